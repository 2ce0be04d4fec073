import type {Neighbour} from './nearest-neighbours.js';

/** A picture whose neighbours carry another label. */
export type DoubtfulLabel = {
  readonly index: number;
  /** The label that most of its neighbours carry. */
  readonly likely: string;
  /** How many carry that one, how many its own, and of how many. */
  readonly agreeing: number;
  readonly own: number;
  readonly neighbours: number;
  /** The most alike picture with the likely label. */
  readonly nearest: number;
};

/**
Pictures whose label looks wrong, the most suspicious first. The share of a picture's neighbours with a label is taken for the label's
probability, as cleanlab's Datalab does with ten neighbours. By confident learning (Northcutt, Jiang and Chuang 2021) a label is doubtful
where another one is as probable as that one commonly is for its own pictures; here it must have more than half of the neighbours too.
*/
export function findDoubtfulLabels(labels: readonly string[], neighbours: ReadonlyArray<readonly Neighbour[]>): DoubtfulLabel[] {
  const votes = neighbours.map(nearest => countVotes(labels, nearest));
  const usual = usualShares(labels, votes);
  const doubtful = votes.flatMap(({counts, of}, index) => {
    const own = counts.get(labels[index]!) ?? 0;
    const [likely, agreeing] = mostVotes(counts);
    return likely !== undefined && likely !== labels[index] && agreeing * 2 > of && agreeing / of >= usual.get(likely)!
      && own / of < usual.get(labels[index]!)!
      ? [{index, likely, agreeing, own, neighbours: of, nearest: neighbours[index]!.find(other => labels[other.index] === likely)!}]
      : [];
  });
  return doubtful
    .toSorted((one, other) => (other.agreeing - other.own) - (one.agreeing - one.own) || other.nearest.likeness - one.nearest.likeness)
    .map(({nearest, ...found}) => ({...found, nearest: nearest.index}));
}

type Votes = {readonly counts: ReadonlyMap<string, number>; readonly of: number};

function countVotes(labels: readonly string[], nearest: readonly Neighbour[]): Votes {
  const counts = new Map<string, number>();
  for (const {index} of nearest) {
    counts.set(labels[index]!, (counts.get(labels[index]!) ?? 0) + 1);
  }

  return {counts, of: nearest.length};
}

function mostVotes(counts: Votes['counts']): readonly [label: string | undefined, votes: number] {
  return [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? [undefined, 0];
}

/** Of each label, the mean share of its own pictures' neighbours that carry it too. */
function usualShares(labels: readonly string[], votes: readonly Votes[]): ReadonlyMap<string, number> {
  const sums = new Map<string, {shares: number; pictures: number}>();
  for (const [index, {counts, of}] of votes.entries()) {
    const label = labels[index]!;
    const {shares, pictures} = sums.get(label) ?? {shares: 0, pictures: 0};
    sums.set(label, {shares: shares + ((counts.get(label) ?? 0) / Math.max(of, 1)), pictures: pictures + 1});
  }

  return new Map([...sums].map(([label, {shares, pictures}]) => [label, shares / pictures]));
}
