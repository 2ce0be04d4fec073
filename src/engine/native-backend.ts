import {createRequire} from 'node:module';
import process from 'node:process';
import type {NodeJSKernelBackend} from '@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend.js';
import type {TFJSBinding} from '@tensorflow/tfjs-node-gpu/dist/tfjs_binding.js';
import tf from './tfjs.js';

// The one file that knows what lies inside tfjs-node: its index.js, which would look for an addon of its own, is never loaded.
const require = createRequire(import.meta.url);
const inside = '@tensorflow/tfjs-node-gpu/dist';

/** Loads the addon and makes it tfjs' backend `tensorflow`. Throws what the dynamic linker says if it does not load. */
export async function registerNativeBackend(addon: string): Promise<void> {
  mendUtil();
  // For processes that were not started with the engine's environment; TensorFlow reads it at load.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  const binding = require(addon) as TFJSBinding;
  require(`${inside}/register_all_kernels`);
  const {NodeJSKernelBackend: Backend} = require(`${inside}/nodejs_kernel_backend`) as {
    NodeJSKernelBackend: new (binding: TFJSBinding, packageName: string) => NodeJSKernelBackend;
  };
  tf.registerBackend('tensorflow', () => new Backend(binding, '@tensorflow/tfjs-node-gpu'), 3);
  await tf.setBackend('tensorflow');

  type FileSystem = {nodeFileSystemRouter: Parameters<typeof tf.io.registerLoadRouter>[0]};
  const {nodeFileSystemRouter: router} = require(`${inside}/io/file_system`) as FileSystem;
  tf.io.registerLoadRouter(router);
  tf.io.registerSaveRouter(router);
}

/** The registered backend, with the addon in its `binding`. */
export function nativeBackend(): NodeJSKernelBackend {
  return tf.backend() as NodeJSKernelBackend;
}

/**
Takes a tensor's memory from it, so that ops can change in place what shares it; what comes back gives the tensor another
tensor's. Undefined where others share the tensor's data: they would change with it.
*/
export function lendMemory(tensor: tf.Tensor): ((from: tf.Tensor) => void) | undefined {
  const backend = nativeBackend();
  const {tensorMap} = backend as unknown as {tensorMap: {get: (dataId: object) => {id: number; refCount: number}}};
  const own = tensorMap.get(tensor.dataId);
  if (own.refCount > 1 || own.id < 0) {
    return undefined;
  }

  backend.binding.deleteTensor(own.id);
  return from => {
    const other = tensorMap.get(from.dataId);
    own.id = other.id;
    // Below 0 there is nothing to delete with it.
    other.id = -1;
  };
}

// The kernels call a function that Node 23 took away.
function mendUtil(): void {
  const util = require('node:util') as {isNullOrUndefined?: (value: unknown) => boolean};
  util.isNullOrUndefined ??= value => value === null || value === undefined;
}
