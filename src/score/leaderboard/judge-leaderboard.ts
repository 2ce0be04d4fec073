import {answerSet, type AnswerSet} from '../answers/answer-set.js';
import {compareRows, type ComparedRows} from '../comparison/compare-rows.js';
import {judgeComparisons} from '../comparison/judge-comparisons.js';
import type {Judged} from '../comparison/table-scores.js';
import type {RowScore} from '../row/row-score.js';

/** A row of a leaderboard that has answers, and the row that it is compared with, if any. */
export type AnsweredRow = {
  readonly name: string;
  /** Rows of one split have the same validation pictures in the same order; others are not compared. */
  readonly splitId: string;
  /** How many validation pictures the split has. */
  readonly pictures: number;
  /** The answers of each seed. */
  readonly seeds: readonly Uint8Array[];
  readonly against: string | null;
};

/** What a row's answers say of it. */
export type JudgedRow = {
  readonly score: RowScore;
  /** Against the row that it is compared with; null where there is none on the same pictures. */
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
    groups.set(row.splitId, [...groups.get(row.splitId) ?? [], row]);
  }

  return [...groups.values()];
}

function compareGroup(group: readonly AnsweredRow[]): {readonly scores: readonly RowScore[]; readonly comparisons: readonly Compared[]} {
  const places = new Map(group.map(({name}, place) => [name, place]));
  const pairs = group.flatMap(({name, against}, row) => {
    const other = against === null || against === name ? undefined : places.get(against);
    return other === undefined ? [] : [{row, against: other}];
  });
  const {rows: scores, comparisons} = compareRows(group.map(row => answersOf(row)), pairs);
  return {scores, comparisons};
}

function answersOf({seeds, pictures}: AnsweredRow): AnswerSet[] {
  return seeds.map(answers => answerSet(answers, pictures));
}
