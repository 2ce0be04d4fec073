import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {keyPlaceAt, placeAt} from './located.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';
import {foreignSplitKeys, splitKeys} from './split-keys.js';

/** Whether the split's keys are those of its method, and whether there is such a fold. */
export function checkSplitRule({split}: ExperimentConfig, tree: LocatedMap): SpecProblem[] {
  const node = tree.entries.get('split')?.value;
  const written = node?.kind === 'map' ? [...node.entries.keys()] : [];
  return [
    ...written.filter(key => foreignSplitKeys(split.method).includes(key)).map(key => foreignKey(key, split.method, tree)),
    ...checkFold(split, tree),
  ];
}

function foreignKey(key: string, method: string, tree: LocatedMap): SpecProblem {
  const takers = Object.keys(splitKeys).filter(one => splitKeys[one]!.includes(key)).join(' and ');
  const message = `method ${method} does not read "${key}", which is for ${takers}. It reads: ${splitKeys[method]!.join(', ')}.`;
  return {key: `split.${key}`, message, place: keyPlaceAt(tree, ['split', key])};
}

function checkFold({folds = Infinity, fold = 0}: ExperimentConfig['split'], tree: LocatedMap): SpecProblem[] {
  const message = `there is no fold ${fold} among ${folds}: they are counted from 0 to ${folds - 1}.`;
  return fold < folds ? [] : [{key: 'split.fold', message, place: placeAt(tree, ['split', 'fold'])}];
}
