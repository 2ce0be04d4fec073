import type {Prediction, Predictions} from '../../domain/prediction.js';
import {candidatesOf} from './candidates.js';

/**
Predictions as JSON: every class's probability, and null where there is no rule or nothing is known. By parts, a photo each: of a hundred thousand
photos it is more than one string can be.
*/
export function * predictionsJson({runId, row, epoch, dataset, classes, rules, photos, faults}: Predictions): Generator<string> {
  const whole = indented({run: runId, row, epoch, dataset, rules: rules ?? null, photos: [], unreadable: faults}, '');
  // No text within has quotes that are not escaped.
  const [before, after] = whole.split('"photos": []') as [string, string];
  yield `${before}"photos": [`;
  for (const [index, photo] of photos.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${indented(describePhoto(photo, classes), '    ')}`;
  }

  yield `${photos.length === 0 ? '' : '\n  '}]${after}\n`;
}

function indented(value: object, before: string): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${before}`);
}

function describePhoto(photo: Prediction, classes: Predictions['classes']): object {
  const [{class: said, probability}] = candidatesOf(photo, classes, 1) as [ReturnType<typeof candidatesOf>[number]];
  return {
    path: photo.path,
    class: said.name,
    probability,
    name: said.shown ?? null,
    bin: said.bin ?? null,
    hint: said.hint ?? null,
    truth: photo.truth ? classes[photo.truth.classIndex]!.name : null,
    part: photo.truth?.part ?? null,
    probabilities: Object.fromEntries(classes.map(({name}, index) => [name, photo.probabilities[index]])),
  };
}
