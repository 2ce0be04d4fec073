import type {RowVerdict, StoredBoardRow} from '../../domain/board-row.js';
import type {RowAnswers} from '../../store/queries/row-answers.js';
import {whatWouldSettle} from '../../score/comparison/what-would-settle.js';
import type {Judged} from '../../score/comparison/table-scores.js';
import {haveCommonRuns} from '../../score/leaderboard/have-common-runs.js';
import {judgeLeaderboard, type AnsweredRow, type JudgedRow} from '../../score/leaderboard/judge-leaderboard.js';
import type {RowScore} from '../../score/row/row-score.js';
import {noVerdict} from './no-scores.js';

export type Judging = {
  /** Every stored row: one may be compared with a row that is not shown. */
  readonly stored: readonly StoredBoardRow[];
  readonly answers: ReadonlyMap<string, RowAnswers>;
  /** The row that all are compared with, in place of each one's parent. */
  readonly against: string | undefined;
};

/** What the answers say of each of these rows, by its name: its interval, and how it differs from the row that it is compared with. */
export function judgeRows(rows: readonly StoredBoardRow[], {stored, answers, against}: Judging): Map<string, RowVerdict> {
  const all = new Map(stored.map(row => [row.name, row]));
  const otherOf = (row: StoredBoardRow) => against ?? row.parent;
  const shown = new Set(rows.map(({name}) => name));
  const others = [...new Set(rows.flatMap(row => otherOf(row) ?? []))].filter(name => !shown.has(name)).flatMap(name => all.get(name) ?? []);
  const judged = judgeLeaderboard([
    ...rows.flatMap(row => answeredRow(row, answers, otherOf(row))),
    ...others.flatMap(row => answeredRow(row, answers, null)),
  ]);
  return new Map(rows.map(row => {
    const name = otherOf(row);
    const other = name === null ? undefined : all.get(name);
    const verdict = verdictOf(row, other === row ? undefined : other, judged.get(row.name));
    const [own, theirs] = [row.name, verdict.against].map(each => each === null ? [] : answers.get(each)?.runIds ?? []);
    return [row.name, verdict.verdict === null && haveCommonRuns(own!, theirs!) ? {...verdict, verdict: 'same runs'} : verdict];
  }));
}

// A run whose answers are damaged has no scores: a row that lacks one has no interval that its mean would belong to.
function answeredRow(row: StoredBoardRow, answers: Judging['answers'], against: string | null): AnsweredRow[] {
  const {name, split_id: splitId, validation_pictures: pictures, seeds} = row;
  const found = answers.get(name);
  const isWhole = found !== undefined && splitId !== null && pictures !== null && found.answers.length === seeds
    && found.answers.every(({length}) => length === Math.ceil(pictures / 8));
  return isWhole ? [{name, splitId, pictures, ...found, against}] : [];
}

/** `other` is the row that it is compared with, where that is stored. */
function verdictOf(row: StoredBoardRow, other: StoredBoardRow | undefined, judged: JudgedRow | undefined): RowVerdict {
  return {...noVerdict, ...judged && ofScore(judged.score), ...other && ofComparison(row, other, judged?.comparison ?? null)};
}

function ofScore({interval, standardDeviation, of}: RowScore): Partial<RowVerdict> {
  return {last_low: interval.low, last_high: interval.high, last_sd: standardDeviation, interval_of: of};
}

function ofComparison(row: StoredBoardRow, other: StoredBoardRow, comparison: Judged | null): Partial<RowVerdict> {
  if (!comparison) {
    const isApart = row.split_id !== other.split_id && row.last !== null && other.last !== null;
    return {against: other.name, verdict: isApart ? 'not comparable' : null};
  }

  const {difference, interval, correctedPValue: p, verdict, evidence, level} = comparison;
  const settling = verdict === 'within noise' ? whatWouldSettle(evidence, level) : undefined;
  return {
    against: other.name,
    difference,
    difference_low: interval.low,
    difference_high: interval.high,
    p,
    verdict,
    other_inputs: !haveSameInputs(row, other),
    settling_pictures: settling?.pictures ?? null,
    settling_seeds: settling?.seeds ?? null,
  };
}

/** Whether networks are shown the same of each picture. */
function haveSameInputs(one: StoredBoardRow, other: StoredBoardRow): boolean {
  return one.image_size === other.image_size && one.interpolation === other.interpolation && one.preprocess === other.preprocess;
}
