import type {BoardRow} from '../../domain/board-row.js';

/** Of the rows on the same pictures the one with the highest `last`, for each such pictures: photos before what ablate drew, then the larger sets. */
export function bestRows<Row extends Pick<BoardRow, 'last' | 'split_id' | 'synthetic' | 'validation_pictures'>>(rows: readonly Row[]): Row[] {
  const best = new Map<string, Row>();
  for (const row of rows.filter(({last, split_id: split}) => last !== null && split !== null)) {
    const known = best.get(row.split_id!);
    if (!known || row.last! > known.last!) {
      best.set(row.split_id!, row);
    }
  }

  return [...best.values()].toSorted((left, right) =>
    Number(left.synthetic) - Number(right.synthetic) || right.validation_pictures! - left.validation_pictures!);
}
