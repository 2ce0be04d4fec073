import type {Predictions} from '../../domain/prediction.js';
import {candidatesOf} from './candidates.js';

/** Predictions as JSON: every class's probability, and null where there is no rule or nothing is known. */
export function predictionsJson({runId, row, epoch, dataset, classes, rules, photos, faults}: Predictions): string {
  const answers = photos.map(photo => {
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
  });
  return `${JSON.stringify({run: runId, row, epoch, dataset, rules: rules ?? null, photos: answers, unreadable: faults}, undefined, 2)}\n`;
}
