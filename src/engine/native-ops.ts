import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);
let loaded = false;

/** Registers ablate's own ops with TensorFlow, from the addon that compile-kernels.ts made. */
export function loadNativeOps(addon: string): void {
  require(addon);
  loaded = true;
}

/** Whether this process has ablate's own ops: only where TensorFlow computes on the processor. */
export function hasNativeOps(): boolean {
  return loaded;
}
