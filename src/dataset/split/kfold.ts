import {shuffleClass} from './shuffle-class.js';
import type {Chosen, ClassSize, SplitRule} from './split-method.js';

/**
One of `folds` parts validates. The classes' photos, each class shuffled, lie one class after another and are dealt to the
folds in turn, so that folds differ by one photo at most, of each class and of all together, and every photo validates in
exactly one of them. The same seed gives the folds of one and the same deal.
*/
export function kfold(classes: readonly ClassSize[], {folds, fold, seed}: Pick<Required<SplitRule>, 'folds' | 'fold' | 'seed'>): Chosen {
  let dealt = 0;
  return classes.map(one => {
    const start = dealt;
    dealt += one.photos;
    return new Set(shuffleClass(one, seed).filter((_, index) => (start + index) % folds === fold));
  });
}
