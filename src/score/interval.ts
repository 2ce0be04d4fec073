/** A 95 % confidence interval. */
export type Interval = {
  readonly low: number;
  readonly high: number;
};
