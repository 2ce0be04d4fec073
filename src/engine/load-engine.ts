import process from 'node:process';
import type {Engine} from '../domain/device.js';
import {errors} from '../errors.js';
import tf from './tfjs.js';
import {computeOn} from './compute-on.js';
import {registerReluGrad} from './kernels/relu-grad.js';
import {registerRelu6Grad} from './kernels/relu6-grad.js';
import {registerSeluGrad} from './kernels/selu-grad.js';
import {registerNativeBackend} from './native-backend.js';
import {loadNativeOps} from './native-ops.js';

/**
Makes TensorFlow the backend of this process, with its own kernels where tfjs' are slow, ablate's where TensorFlow's are, and
`file://` for models. Once is enough; more do nothing.
*/
export async function loadEngine(engine: Engine): Promise<void> {
  if (tf.getBackend() === 'tensorflow') {
    return;
  }

  try {
    await registerNativeBackend(engine.addon);
  } catch (error) {
    throw errors.engineDoesNotLoad(engine.origin, error);
  }

  registerReluGrad();
  registerRelu6Grad();
  registerSeluGrad();
  // Pinned to the processor by the worker's environment, or without CUDA altogether.
  if (!engine.cuda || process.env.CUDA_VISIBLE_DEVICES === '-1') {
    computeOn('processor');
    if (engine.kernels !== undefined) {
      loadNativeOps(engine.kernels);
    }
  }
}
