import type {HardPhoto} from '../../report/page/report-data.js';
import {predictedClass} from '../../score/run/predictions.js';
import type {GatheredSubject} from './gather-subject.js';

const most = 16;

/** The validation pictures that most of the scored runs of these rows have wrong, all on one split. */
export function hardestPhotos(rows: readonly GatheredSubject[]): HardPhoto[] {
  const {validation, report: {split: {classes}}} = rows[0]!;
  const answers = rows.flatMap(({scored}) => scored.map(({last}) => last.answers));
  const wrong = validation.map((_, place) => answers.filter(bits => ((bits[place >> 3]! >> (place & 7)) & 1) === 0).length);
  return wrong
    .map((count, place) => ({count, place}))
    .filter(({count}) => count > 0)
    .toSorted((left, right) => right.count - left.count || left.place - right.place)
    .slice(0, most)
    .map(({count, place}) => {
      const {digest, path, classIndex} = validation[place]!;
      const said = saidMost(rows, place, classIndex);
      return {digest, path, class: classes[classIndex]!, wrong: count, said: said === undefined ? null : classes[said]!};
    });
}

/** The wrong class that it was taken for most often, the first of several. */
function saidMost(rows: readonly GatheredSubject[], place: number, truth: number): number | undefined {
  const counts = new Map<number, number>();
  for (const {index} of rows.flatMap(({predictions}) => predictions.map(each => predictedClass(each, place)))) {
    counts.set(index, (counts.get(index) ?? 0) + Number(index !== truth));
  }

  return [...counts].filter(([, count]) => count > 0).toSorted(([one, left], [other, right]) => right - left || one - other)[0]?.[0];
}
