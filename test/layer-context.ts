import type {LayerContext} from '../src/model/layer-context.js';

/** What a layer that stands alone is built with. */
export function layerContext(name: string, seed: number): LayerContext {
  return {
    name,
    classes: 3,
    seed,
    buildBranch() {
      throw new Error(`${name} has no branches.`);
    },
  };
}
