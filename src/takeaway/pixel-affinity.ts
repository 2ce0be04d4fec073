import type {ExperimentConfig} from '../domain/generated/experiment-config.js';

/** What is done to a pixel's three channels: `matrix[from][to]`, then `constant[to]`. */
export type Affinity = {readonly matrix: ReadonlyArray<readonly number[]>; readonly constant: readonly number[]};

type Triple = readonly [number, number, number];

const [mean, deviation] = [[0.485, 0.456, 0.406], [0.229, 0.224, 0.225]] as const;

/** What `preprocess` does to pixels of 0 to 255, RGB (dataset/preprocess-batch.ts). */
export const preprocessings: Readonly<Record<ExperimentConfig['preprocess'], Affinity>> = {
  none: byChannel([1, 1, 1], [0, 0, 0]),
  unit: byChannel([1 / 255, 1 / 255, 1 / 255], [0, 0, 0]),
  tf: byChannel([1 / 127.5, 1 / 127.5, 1 / 127.5], [-1, -1, -1]),
  torch: byChannel(triple(index => 1 / (255 * deviation[index]!)), triple(index => -mean[index]! / deviation[index]!)),
  caffe: {matrix: [[0, 0, 1], [0, 1, 0], [1, 0, 0]], constant: [-103.939, -116.779, -123.68]},
};

/** A factor and a constant for each channel. */
export function byChannel(factors: readonly number[], constants: readonly number[]): Affinity {
  return {matrix: factors.map((factor, from) => factors.map((_, to) => from === to ? factor : 0)), constant: constants};
}

/** The second after the first. */
export function follow(first: Affinity, second: Affinity): Affinity {
  const through = (row: readonly number[]) =>
    second.matrix[0]!.map((_, to) => row.reduce((sum, value, via) => sum + (value * second.matrix[via]![to]!), 0));
  return {
    matrix: first.matrix.map(row => through(row)),
    constant: through(first.constant).map((value, to) => value + second.constant[to]!),
  };
}

function triple(of: (index: number) => number): Triple {
  return [of(0), of(1), of(2)];
}
