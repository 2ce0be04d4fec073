import type {ClassDetail} from './show/detail.js';

/** Pictures of one class that were taken for another. */
export type Mistake = {readonly is: string; readonly said: string; readonly count: number};

/** Of more classes nobody reads what each was taken for which: their recall and the most frequent mistakes are shown in place of it. */
export const mostCounted = 60;

const most = 10;

/** The most frequent mistakes, of equally frequent ones the first. */
export function frequentMistakes(classes: readonly ClassDetail[]): Mistake[] {
  return classes
    .flatMap(({name, taken_for: counts}, row) => counts.flatMap((count, column) =>
      count > 0 && column !== row ? [{is: name, said: classes[column]!.name, count}] : []))
    .toSorted((left, right) => right.count - left.count)
    .slice(0, most);
}
