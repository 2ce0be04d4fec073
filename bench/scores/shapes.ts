/** How alike answers are: across rows, across seeds, and how much the seed shifts a training as a whole. */
export type Likeness = {
  readonly name: string;
  readonly shared: number;
  readonly own: number;
  readonly ofSeeds: number;
};

/** A table that is simulated. */
export type Shape = {
  readonly seeds: number;
  readonly pictures: number;
  readonly accuracy: number;
  readonly likeness: Likeness;
};

// At an accuracy of 0.8 the seed alone shifts it by 1.4 points (low) and 0.6 points (high), one standard deviation.
const low: Likeness = {name: 'low', shared: 0.25, own: 0.05, ofSeeds: 0.0025};
const high: Likeness = {name: 'high', shared: 0.6, own: 0.2, ofSeeds: 0.0004};

/** Both: `low` is like networks trained from scratch, `high` like heads on the same frozen features. */
export const likenesses = {low, high};

/** Everything that intervals and verdicts are tried on. */
export const shapes: readonly Shape[] = [1, 2, 3, 5].flatMap(seeds =>
  [250, 800, 2500].flatMap(pictures =>
    [0.5, 0.8, 0.9, 0.98].flatMap(accuracy => [low, high].map(likeness => ({seeds, pictures, accuracy, likeness})))));
