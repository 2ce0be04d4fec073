import type {TakenWindow} from './taken-network.js';

/** How many zeros `same` puts before and behind a row and a column: one more behind where they are odd. */
export function samePadding([height, width]: readonly number[], {size: [rows, columns], strides, padding}: TakenWindow): {
  readonly before: readonly [number, number];
  readonly behind: readonly [number, number];
} {
  const all = (length: number, window: number) => padding === 'same' ? Math.max(((Math.ceil(length / strides) - 1) * strides) + window - length, 0) : 0;
  const [vertical, horizontal] = [all(height!, rows), all(width!, columns)];
  return {
    before: [Math.floor(vertical / 2), Math.floor(horizontal / 2)],
    behind: [Math.ceil(vertical / 2), Math.ceil(horizontal / 2)],
  };
}
