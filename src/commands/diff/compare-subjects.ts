import type {DigestedPicture} from '../../domain/dataset.js';
import type {Subject} from '../../domain/subject.js';
import type {Agreement, ClassDifference, CommonPictures, Difference} from '../../report/diff/difference.js';
import {meanScores} from '../../score/row/mean-scores.js';
import {diffResolved} from '../../spec/diff-resolved.js';
import type {Store} from '../../store/open-store.js';
import {scoredRuns, type ScoredRun} from '../subject/scored-runs.js';
import {summariseScores} from '../subject/summarise-scores.js';
import {agreementOf} from './agreement-of.js';
import {judgePair} from './judge-pair.js';

/** How two subjects differ: configurations, scores, and picture by picture where both were asked about the same ones. */
export function compareSubjects(from: Subject, to: Subject, store: Store | undefined): Difference {
  const [one, other] = [from, to].map(subject => store ? scoredRuns(subject, store) : []) as [ScoredRun[], ScoredRun[]];
  const validation = picturesOf(one, store);
  const unjudged = whyUnjudged([from, to], [one, other]);
  const verdict = unjudged === null ? judgePair([from, to], [one, other], store!) : null;
  const agreement = verdict ? agreementOf(one, other, validation) : null;
  return {
    from: {...from, ...summariseScores(from, one, store)},
    to: {...to, ...summariseScores(to, other, store)},
    changes: diffResolved(from.row.config, to.row.config),
    verdict,
    unjudged,
    validation: isOnOneSplit(one, other) ? null : commonPictures(validation, picturesOf(other, store)),
    sees_otherwise: (['image_size', 'interpolation', 'preprocess'] as const).filter(key => from.row.config[key] !== to.row.config[key]),
    agreement,
    classes: agreement ? classDifferences(one, other, validation, agreement) : [],
  };
}

function picturesOf([scored]: readonly ScoredRun[], store: Store | undefined): readonly DigestedPicture[] {
  return scored && store ? store.validationPictures(scored.run.split.split_id) : [];
}

function whyUnjudged(subjects: readonly [Subject, Subject], [one, other]: readonly [ScoredRun[], ScoredRun[]]): string | null {
  const lacking = subjects.filter((_, place) => [one, other][place]!.length === 0);
  if (lacking.length > 0) {
    const isUndone = lacking.some(({runs}) => runs.every(({status}) => status !== 'done'));
    return `no run of ${[...new Set(lacking.map(({label}) => label))].join(' or ')} ${isUndone ? 'is done' : 'has scores, for their stored answers are damaged'}`;
  }

  if (!isOnOneSplit(one, other)) {
    return 'they are on different splits';
  }

  const ids = new Set(one.map(({run}) => run.run_id));
  if (other.some(({run}) => ids.has(run.run_id))) {
    return 'they have runs in common';
  }

  return one[0]!.run.split.validation < 2 ? 'one validation picture is too few' : null;
}

function isOnOneSplit(one: readonly ScoredRun[], other: readonly ScoredRun[]): boolean {
  const ids = new Set([...one, ...other].map(({run}) => run.split.split_id));
  return ids.size < 2;
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
  {pictures}: Agreement,
): ClassDifference[] {
  const [from, to] = [one, other].map(runs => meanScores(runs.map(({scores}) => scores)).recall);
  const isMost = (right: number, runs: readonly ScoredRun[]) => 2 * right > runs.length;
  return one[0]!.run.split.classes.map((name, index) => {
    const differing = pictures.filter(each => each.class === name);
    return {
      name,
      pictures: validation.filter(({classIndex}) => classIndex === index).length,
      from: from?.[index] ?? null,
      to: to?.[index] ?? null,
      only_from: differing.filter(each => isMost(each.from, one) && !isMost(each.to, other)).length,
      only_to: differing.filter(each => isMost(each.to, other) && !isMost(each.from, one)).length,
    };
  });
}
