import {placeAt} from './located.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';
import type {WrittenLayer} from './write-layers.js';

/** That a bare `dropout` has no rate to take, or that a rate has no layer to take it. */
export function checkDropout(layers: readonly WrittenLayer[], dropout: number | undefined, tree: LocatedMap): SpecProblem[] {
  const bare = findBare(layers, ['model', 'layers']);
  if (dropout === undefined) {
    return bare.map(path => ({
      key: path.join('.'),
      message: 'this dropout has no rate: write {dropout: 0.5}, or give the row a top-level dropout.',
      place: placeAt(tree, path),
    }));
  }

  const message = 'no layer takes this rate: it changes nothing. It is for `dropout` layers without a value of their own.';
  return bare.length > 0 ? [] : [{key: 'dropout', message, place: placeAt(tree, ['dropout'])}];
}

/** Where each `dropout` without a rate stands. */
function findBare(layers: readonly WrittenLayer[], above: readonly string[]): string[][] {
  return layers.flatMap((layer, index) => {
    const path = [...above, String(index)];
    if (typeof layer === 'string') {
      return layer === 'dropout' ? [path] : [];
    }

    return findBare(layer.concatenate ?? [], [...path, 'concatenate']);
  });
}
