import type {DigestedPicture} from '../../domain/dataset.js';
import type {Subject} from '../../domain/subject.js';
import type {ClassDifference, CommonPictures, Difference, Side} from '../../report/diff/difference.js';
import {tableScores} from '../../score/comparison/table-scores.js';
import {meanScores} from '../../score/row/mean-scores.js';
import {diffResolved} from '../../spec/diff-resolved.js';
import type {Store} from '../../store/open-store.js';
import {answersOf} from '../answers-of.js';
import {scoredRuns, type ScoredRun} from '../scored-runs.js';
import {agreementOf} from './agreement-of.js';
import {judgePair} from './judge-pair.js';

/** How two subjects differ: configurations, scores, and picture by picture where both were asked about the same ones. */
export function compareSubjects(from: Subject, to: Subject, store: Store | undefined): Difference {
  const [one, other] = [from, to].map(subject => store ? scoredRuns(subject, store) : []) as [ScoredRun[], ScoredRun[]];
  const validation = picturesOf(one, store);
  const unjudged = whyUnjudged([from, to], [one, other]);
  const judged = unjudged === null ? judgePair([from, to], [one, other], store!) : undefined;
  const agreement = judged ? agreementOf(one, other, validation) : null;
  return {
    from: sideOf(from, one, judged?.rows[0]),
    to: sideOf(to, other, judged?.rows[1]),
    changes: diffResolved(from.row.config, to.row.config),
    verdict: judged?.verdict ?? null,
    unjudged,
    validation: one.length > 0 && other.length > 0 ? commonPictures(validation, picturesOf(other, store)) : null,
    sees_otherwise: (['image_size', 'interpolation', 'preprocess'] as const).filter(key => from.row.config[key] !== to.row.config[key]),
    agreement,
    classes: judged ? classDifferences(one, other, validation, agreement) : [],
  };
}

function picturesOf([scored]: readonly ScoredRun[], store: Store | undefined): readonly DigestedPicture[] {
  return scored && store ? store.validationPictures(scored.run.split.split_id) : [];
}

function whyUnjudged(subjects: readonly [Subject, Subject], [one, other]: readonly [ScoredRun[], ScoredRun[]]): string | null {
  const lacking = subjects.filter((_, place) => [one, other][place]!.length === 0).map(({label}) => label);
  if (lacking.length > 0) {
    return `no run of ${[...new Set(lacking)].join(' and ')} is done`;
  }

  const [left, right] = [one[0]!.run.split, other[0]!.run.split];
  if (left.split_id !== right.split_id) {
    return 'they are on different splits';
  }

  return left.validation < 2 ? 'one validation picture is too few' : null;
}

function sideOf(subject: Subject, scored: readonly ScoredRun[], last: Side['last'] | undefined): Side {
  return {
    ...subject,
    scored: scored.length,
    scores: scored.length > 0 ? meanScores(scored.map(({scores}) => scores)) : null,
    last: last ?? (scored.length > 0 && scored[0]!.run.split.validation > 1 ? tableScores([answersOf(scored)], []).rows[0]! : null),
  };
}

function commonPictures(from: readonly DigestedPicture[], to: readonly DigestedPicture[]): CommonPictures {
  const [left, right] = [from, to].map(pictures => new Set(pictures.map(({digest}) => digest))) as [Set<string>, Set<string>];
  const common = [...left].filter(digest => right.has(digest)).length;
  return {common, only_from: left.size - common, only_to: right.size - common};
}

function classDifferences(
  one: readonly ScoredRun[],
  other: readonly ScoredRun[],
  validation: readonly DigestedPicture[],
  agreement: Difference['agreement'],
): ClassDifference[] {
  const [from, to] = [one, other].map(runs => meanScores(runs.map(({scores}) => scores)).recall);
  const alone = (name: string, isOf: (each: {from: number; to: number}) => boolean) =>
    agreement!.pictures.filter(each => each.class === name && isOf({from: 2 * each.from / one.length, to: 2 * each.to / other.length})).length;
  return one[0]!.run.split.classes.map((name, index) => ({
    name,
    pictures: validation.filter(({classIndex}) => classIndex === index).length,
    from: from?.[index] ?? null,
    to: to?.[index] ?? null,
    only_from: alone(name, each => each.from > 1 && each.to <= 1),
    only_to: alone(name, each => each.to > 1 && each.from <= 1),
  }));
}
