import {answerSet, type AnswerSet} from '../answers/answer-set.js';
import {compareRows, type ComparedRows} from '../comparison/compare-rows.js';
import {judgeComparisons} from '../comparison/judge-comparisons.js';
import type {Judged} from '../comparison/table-scores.js';
import type {RowScore} from '../row/row-score.js';
import {haveCommonRuns} from './have-common-runs.js';
import {repeatedRows} from './repeated-rows.js';

/** A row of a leaderboard that has answers, and the row that it is compared with, if any. */
export type AnsweredRow = {
  readonly name: string;
  /** Rows of one split have the same validation pictures in the same order; others are not compared. */
  readonly splitId: string;
  /** How many validation pictures the split has. */
  readonly pictures: number;
  /** The runs of the seeds. Rows that have one in common are not compared, and what several have counts once for how much seeds matter. */
  readonly runIds: readonly string[];
  /** The answers of each seed. */
  readonly answers: readonly Uint8Array[];
  readonly against: string | null;
};

/** What a row's answers say of it. */
export type JudgedRow = {
  readonly score: RowScore;
  /** Against the row that it is compared with; null where there is none on the same pictures, with runs of its own. */
  readonly comparison: Judged | null;
};

type Compared = ComparedRows['comparisons'][number];

/**
Scores every row, and compares each with the one it names. Verdicts are corrected over all comparisons of the leaderboard, also those on
different pictures. Rows on fewer than two pictures are left out.
*/
export function judgeLeaderboard(rows: readonly AnsweredRow[]): Map<string, JudgedRow> {
  const groups = groupBySplit(rows.filter(({pictures}) => pictures > 1));
  const compared = groups.map(group => ({group, ...compareGroup(group)}));
  const judged = judgeComparisons(compared.flatMap(({group, comparisons}) => comparisons.map(each => ({...each, name: group[each.row]!.name}))));
  const byName = new Map(judged.map(({name, ...comparison}) => [name, comparison]));
  return new Map(compared.flatMap(({group, scores}) => group.map(({name}, place) => [name, {
    score: scores[place]!,
    comparison: byName.get(name) ?? null,
  }])));
}

function groupBySplit(rows: readonly AnsweredRow[]): AnsweredRow[][] {
  const groups = new Map<string, AnsweredRow[]>();
  for (const row of rows) {
    const group = groups.get(row.splitId) ?? [];
    group.push(row);
    groups.set(row.splitId, group);
  }

  return [...groups.values()];
}

function compareGroup(group: readonly AnsweredRow[]): {readonly scores: readonly RowScore[]; readonly comparisons: readonly Compared[]} {
  const places = new Map(group.map(({name}, place) => [name, place]));
  // Of two rows that share a run, one at least is among these.
  const repeated = repeatedRows(group.map(({runIds}) => runIds));
  const areApart = (row: number, against: number) =>
    !(repeated.has(row) || repeated.has(against)) || !haveCommonRuns(group[row]!.runIds, group[against]!.runIds);
  const pairs = group.flatMap((one, row) => {
    const against = one.against === null || one.against === one.name ? undefined : places.get(one.against);
    return against !== undefined && areApart(row, against) ? [{row, against}] : [];
  });
  const {rows: scores, comparisons} = compareRows(group.map(row => answersOf(row)), pairs, repeated);
  return {scores, comparisons};
}

function answersOf({answers, pictures}: AnsweredRow): AnswerSet[] {
  return answers.map(bytes => answerSet(bytes, pictures));
}
