import {keras} from './keras.js';
import {kfold} from './kfold.js';
import type {Chosen, ClassSize, SplitRule} from './split-method.js';
import {stratified} from './stratified.js';

/** A class by name, and how many of its photos train and validate. */
export type PartSizes = {readonly name: string; readonly training: number; readonly validation: number};

const methods: Readonly<Record<SplitRule['method'], (classes: readonly ClassSize[], rule: Required<SplitRule>) => Chosen>> = {keras, stratified, kfold};

/** Chooses the photos that validate, by the rule's method. The same classes and rule give the same photos everywhere. */
export function chooseValidation(classes: readonly ClassSize[], rule: SplitRule): Chosen {
  // Each method reads its own keys alone, and those are there.
  return methods[rule.method](classes, rule as Required<SplitRule>);
}

/** How many of each class train and validate. */
export function countParts(classes: readonly ClassSize[], rule: SplitRule): PartSizes[] {
  const chosen = chooseValidation(classes, rule);
  return classes.map(({name, photos}, index) => ({name, training: photos - chosen[index]!.size, validation: chosen[index]!.size}));
}
