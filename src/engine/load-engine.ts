import tf from '@tensorflow/tfjs';
import type {Engine} from '../domain/device.js';
import {errors} from '../errors.js';
import {registerReluGrad} from './kernels/relu-grad.js';
import {registerNativeBackend} from './native-backend.js';

/**
Makes TensorFlow the backend of this process, with its own kernels where tfjs' are slow, and `file://` for models. Once is
enough; more do nothing.
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
}
