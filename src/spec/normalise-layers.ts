import type {Layer} from '../domain/generated/experiment-config.js';
import {placeAt} from './located.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';

type WrittenLayer = string | Layer;

/** Writes every layer as a map, and gives a `dropout` without a rate the row's own. */
export function normaliseLayers(
  layers: readonly WrittenLayer[],
  dropout: number | undefined,
  tree: LocatedMap,
): {layers: Layer[]; problems: SpecProblem[]} {
  const bare = layers.flatMap((layer, index) => layer === 'dropout' ? [String(index)] : []);
  const problems: SpecProblem[] = [];
  if (dropout === undefined) {
    problems.push(...bare.map(index => ({
      key: `model.layers.${index}`,
      message: 'this dropout has no rate: write {dropout: 0.5}, or give the row a top-level dropout.',
      place: placeAt(tree, ['model', 'layers', index]),
    })));
  } else if (bare.length === 0) {
    problems.push({
      key: 'dropout',
      message: 'no layer takes this rate: it changes nothing. It is for `dropout` layers without a value of their own.',
      place: placeAt(tree, ['dropout']),
    });
  }

  return {layers: layers.map(layer => asMap(layer, dropout ?? 0)), problems};
}

function asMap(layer: WrittenLayer, dropout: number): Layer {
  if (typeof layer !== 'string') {
    return layer;
  }

  return layer === 'dropout' ? {dropout} : {[layer]: {}};
}
