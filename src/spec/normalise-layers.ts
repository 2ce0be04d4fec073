import type {Layer} from '../domain/generated/experiment-config.js';
import {placeAt} from './located.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';

/** A layer as it is written: its name alone, or a map; those within it too. */
export type WrittenLayer = string | {readonly concatenate?: readonly WrittenLayer[]};

/** Writes every layer as a map, and gives a `dropout` without a rate the row's own. */
export function normaliseLayers(
  layers: readonly WrittenLayer[],
  dropout: number | undefined,
  tree: LocatedMap,
): {layers: Layer[]; problems: SpecProblem[]} {
  const bare = findBare(layers, ['model', 'layers']);
  const problems: SpecProblem[] = [];
  if (dropout === undefined) {
    problems.push(...bare.map(path => ({
      key: path.join('.'),
      message: 'this dropout has no rate: write {dropout: 0.5}, or give the row a top-level dropout.',
      place: placeAt(tree, path),
    })));
  } else if (bare.length === 0) {
    problems.push({
      key: 'dropout',
      message: 'no layer takes this rate: it changes nothing. It is for `dropout` layers without a value of their own.',
      place: placeAt(tree, ['dropout']),
    });
  }

  return {layers: mapNames(layers, name => name === 'dropout' ? dropout ?? 0 : {}) as Layer[], problems};
}

/** Every layer that is its name alone as a map, with the options that `optionsOf` gives it. */
export function mapNames(layers: readonly WrittenLayer[], optionsOf: (name: string) => unknown): unknown[] {
  return layers.map(layer => {
    if (typeof layer === 'string') {
      return {[layer]: optionsOf(layer)};
    }

    return layer.concatenate ? {...layer, concatenate: mapNames(layer.concatenate, optionsOf)} : layer;
  });
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
