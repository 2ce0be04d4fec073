import type {Bar, MeasureFacts, Sample} from './measure.js';

/** A side's figures, and how the first side's median stands to its own. */
export type SideSummary = {
  readonly side: string;
  readonly repetitions: number;
  readonly minimum: number;
  readonly median: number;
  readonly maximum: number;
  /** The first side's median divided by this one's; undefined for the first side itself. */
  readonly ratio?: number;
  readonly bar?: Bar;
  /** Whether the ratio keeps the bar. */
  readonly holds?: boolean;
};

/** The sides of one measure, in the order in which they were first measured. */
export function summarize({name, bars}: Pick<MeasureFacts, 'name' | 'bars'>, samples: readonly Sample[]): SideSummary[] {
  const own = samples.filter(({measure}) => measure === name);
  const [first, ...others] = [...new Set(own.map(({side}) => side))].map(side =>
    describe(side, own.filter(sample => sample.side === side).map(({value}) => value)));
  return first ? [first, ...others.map(other => compare(first, other, bars.find(({against}) => against === other.side)))] : [];
}

/** The middle one of the values, or the mean of the middle two. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function describe(side: string, values: readonly number[]): SideSummary {
  return {side, repetitions: values.length, minimum: Math.min(...values), median: medianOf(values), maximum: Math.max(...values)};
}

function compare(first: SideSummary, other: SideSummary, bar: Bar | undefined): SideSummary {
  const ratio = first.median / other.median;
  return {...other, ratio, ...bar && {bar, holds: holds(ratio, bar)}};
}

function holds(ratio: number, bar: Bar): boolean {
  return {'at most': ratio <= bar.ratio, below: ratio < bar.ratio, 'at least': ratio >= bar.ratio}[bar.kind];
}
