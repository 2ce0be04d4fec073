import type {DigestedPicture} from '../../domain/dataset.js';
import type {PublishedHistory} from '../../domain/published-history.js';
import type {RunDetails} from '../../domain/run-details.js';
import type {Subject} from '../../domain/subject.js';
import {UserError} from '../../errors.js';
import {frequentMistakes} from '../../report/frequent-mistakes.js';
import type {ReportRun, ReportSubject} from '../../report/page/report-data.js';
import type {Predictions} from '../../score/run/predictions.js';
import {reliabilityBins} from '../../score/run/reliability-bins.js';
import {readHistory} from '../../spec/published/read-history.js';
import type {Store} from '../../store/open-store.js';
import type {Places} from '../places.js';
import {tellNotes} from '../tell-notes.js';
import {classesOf} from './classes-of.js';
import {predictionsOf} from './predictions-of.js';
import {scoredRuns, type ScoredRun} from './scored-runs.js';
import {wrongOf} from './wrong-of.js';
import {describeNetwork} from './describe-network.js';

/** A run or a row as plots show it, and what photos are chosen by. */
export type GatheredSubject = {
  readonly report: ReportSubject;
  readonly scored: readonly ScoredRun[];
  readonly predictions: readonly Predictions[];
  readonly validation: readonly DigestedPicture[];
};

const mostWrongShown = 12;

/** What is gathered: of a run or a row, with the file of the history that somebody published of it. */
type Wanted = Pick<Subject, 'kind' | 'label' | 'runs'> & {readonly history: string | null};

/** Gathers all that is stored of a subject that has runs. */
export function gatherSubject({kind, label, runs, history}: Wanted, store: Store, places: Places): GatheredSubject {
  const {row: facts} = runs[0]!;
  const scored = scoredRuns({kind, label, row: facts, runs}, store);
  const {split} = (scored[0]?.run ?? runs[0])!;
  const validation = store.validationPictures(split.split_id);
  const predictions = predictionsOf(scored, validation);
  const classes = predictions.length > 0 ? classesOf(split.classes, predictions, meanRecall(scored, split.classes.length)) : null;
  return {
    report: {
      label,
      facts,
      split,
      runs: runs.map(run => runOf(run)),
      curves: (scored.length > 0 ? scored.map(({run}) => run) : furthest(runs)).map(run => runOf(run)),
      history: historyOf(facts.name, history, places),
      network: describeNetwork(facts.config, split.classes.length),
      classes,
      mistakes: frequentMistakes(classes ?? []),
      reliability: reliabilityBins(predictions),
      wrong: wrongOf(split.classes, predictions, validation).slice(0, mostWrongShown),
      scored: scored.length,
      predicted: predictions.length,
    },
    scored,
    predictions,
    validation,
  };
}

function furthest(runs: readonly RunDetails[]): RunDetails[] {
  return runs.toSorted((left, right) => right.epochs.length - left.epochs.length).slice(0, 1);
}

function meanRecall(scored: readonly ScoredRun[], classes: number): ReadonlyArray<number | null> {
  return Array.from({length: classes}, (_, index) => {
    const values = scored.flatMap(({scores}) => scores.recall?.[index] ?? []);
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  });
}

function runOf(run: RunDetails): ReportRun {
  const {ablate, node, platform, engine, device, threads, git_commit: commit} = run;
  return {
    runId: run.run_id,
    seed: run.seed,
    status: run.status,
    problem: run.problem,
    notes: run.notes,
    seconds: run.seconds,
    environment: {ablate, node, platform, engine, device, threads, commit},
    scores: run.scores,
    epochs: run.epochs,
  };
}

function historyOf(name: string, file: string | null, {cwd}: Places): PublishedHistory | null {
  try {
    return file === null ? null : readHistory(file, cwd);
  } catch (error) {
    if (!(error instanceof UserError)) {
      throw error;
    }

    tellNotes([`The published history of ${name} is left out. ${error.message}`]);
    return null;
  }
}
