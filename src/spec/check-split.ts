import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import type {ClassFacts, DatasetFacts} from './dataset-facts.js';
import {placeAt} from './located.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';

/** Whether every class has photos on both sides of the split: a score on some of the classes would be read as one on all. */
export function checkSplit({split}: ExperimentConfig, tree: LocatedMap, facts: DatasetFacts): SpecProblem[] {
  const {name, classes} = facts;
  const single = classes.filter(one => photosOf(one) === 1);
  const oneEach = `one photo cannot both train and validate, and there is no other of ${inWords(single)} of ${name}`;
  const others = {name, classes: classes.filter(one => photosOf(one) > 1)};
  return [
    ...problemAt(tree, ['dataset', 'path'], single, `${oneEach}. Add photos, or list the other classes under \`dataset.classes\`.`),
    ...(split.method === 'kfold' ? checkFolds(split.folds!, tree, others) : checkShare(split, tree, others)),
  ];
}

function checkShare({method, validation}: ExperimentConfig['split'], tree: LocatedMap, {name, classes}: DatasetFacts): SpecProblem[] {
  const unvalidated = classes.filter(one => one.validation === 0);
  const untrained = classes.filter(one => one.training === 0);
  const share = ['split', 'validation'];
  const validating = method === 'keras'
    ? `the first ${validation} of each class's photos validate, which`
    : `a share of ${validation} of each class's photos validates, which`;
  return [
    ...problemAt(tree, share, unvalidated, `${validating} is none of ${inWords(unvalidated)} of ${name}. Write ${smallestShare(unvalidated)} or more, or add photos.`),
    ...problemAt(tree, share, untrained, `${validating} leaves none to train on of ${inWords(untrained)} of ${name}. Write less, or add photos.`),
  ];
}

// Of a class with fewer photos some fold would have none to validate, whichever fold this row's is.
function checkFolds(folds: number, tree: LocatedMap, {name, classes}: DatasetFacts): SpecProblem[] {
  const small = classes.filter(one => photosOf(one) < folds);
  const most = Math.min(...small.map(one => photosOf(one)));
  return problemAt(tree, ['split', 'folds'], small, `${folds} folds cannot each have a photo of ${inWords(small)} of ${name}. Write ${most} or less, or add photos.`);
}

function problemAt(tree: LocatedMap, path: readonly string[], classes: readonly ClassFacts[], message: string): SpecProblem[] {
  // A share that is the default stands nowhere, but the data set it is too small for does.
  const isWritten = placeAt(tree, path) !== placeAt(tree, path.slice(0, 1));
  return classes.length === 0 ? [] : [{key: path.join('.'), message, place: placeAt(tree, isWritten ? path : ['dataset'])}];
}

function photosOf({training, validation}: ClassFacts): number {
  return training + validation;
}

function inWords(classes: readonly ClassFacts[]): string {
  return classes.map(one => `${one.name} (${photosOf(one)})`).join(', ');
}

// So that one photo of the smallest class validates.
function smallestShare(classes: readonly ClassFacts[]): number {
  return Math.ceil(1000 / Math.min(...classes.map(one => photosOf(one)))) / 1000;
}
