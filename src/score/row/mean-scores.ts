import type {StoredScores} from '../../domain/stored-scores.js';

/** A row's scores: means over its seeds. Which epoch was best, and quantiles, are a seed's own. */
export type MeanScores = Omit<StoredScores, 'best_epoch' | 'protocol_low' | 'protocol_high'>;

/** `runs` are the scores of each seed, at least one. A score that one of them lacks, the row lacks. */
export function meanScores(runs: readonly StoredScores[]): MeanScores {
  const {recall, best_epoch: ofOneSeed, protocol_low: low, protocol_high: high, ...first} = runs[0]!;
  const means = Object.keys(first).map(key => [key, meanOf(runs.map(run => run[key as keyof typeof first]))]);
  return {
    ...Object.fromEntries(means) as Omit<MeanScores, 'recall'>,
    recall: recall?.map((_, place) => meanOf(runs.map(run => run.recall?.[place] ?? null))) ?? null,
  };
}

function meanOf(values: ReadonlyArray<number | null>): number | null {
  const known = values.filter(value => value !== null);
  return known.length < values.length ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
