import type {Layer} from '../src/domain/generated/experiment-config.js';
import {applyDefaults} from '../src/spec/apply-defaults.js';

/** A layer as an experiment file could have it, with every option that was left out at its default. */
export function completeLayer(written: object): Layer {
  return applyDefaults(written, {$ref: '#/definitions/layer'}) as Layer;
}

/** The same of all of them. */
export function completeLayers(written: readonly object[]): [Layer, ...Layer[]] {
  return written.map(layer => completeLayer(layer)) as [Layer, ...Layer[]];
}
