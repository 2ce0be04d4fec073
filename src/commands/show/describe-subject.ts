import path from 'node:path';
import type {DigestedPicture} from '../../domain/dataset.js';
import type {Subject} from '../../domain/subject.js';
import type {ClassDetail, Detail, WrongDetail} from '../../report/show/detail.js';
import {confusionMatrix} from '../../score/run/confusion-matrix.js';
import {meanPredictions} from '../../score/run/mean-predictions.js';
import {mostWrong} from '../../score/run/most-wrong.js';
import {predictedClass, type Predictions} from '../../score/run/predictions.js';
import type {Store} from '../../store/open-store.js';
import {RunFolder} from '../../protocol/run-folder.js';
import type {Places} from '../places.js';
import {predictionsOf} from '../subject/predictions-of.js';
import {scoredRuns} from '../subject/scored-runs.js';
import {summariseScores} from '../subject/summarise-scores.js';
import {nextCommands} from './next-commands.js';

/** All that is known of a subject that has runs. */
export function describeSubject(subject: Subject, store: Store, {cwd, runs: runsFolder}: Places): Detail {
  const scored = scoredRuns(subject, store);
  const {split} = (scored[0]?.run ?? subject.runs[0])!;
  const validation = store.validationPictures(split.split_id);
  const predictions = predictionsOf(scored, validation);
  const summary = summariseScores(subject, scored, store);
  const folder = (runId: string) => path.relative(cwd, new RunFolder(runsFolder, runId).path);
  return {
    ...subject,
    ...summary,
    classes: predictions.length > 0 ? classesOf(split.classes, predictions, summary.scores?.recall ?? null) : null,
    wrong: wrongOf(split.classes, predictions, validation),
    folders: Object.fromEntries(subject.runs.map(({run_id: runId}) => [runId, folder(runId)])),
    next: nextCommands(subject, store.boardRows()),
  };
}

function classesOf(names: readonly string[], predictions: readonly Predictions[], recall: ReadonlyArray<number | null> | null): ClassDetail[] {
  const counts = confusionMatrix(predictions);
  const {truth} = predictions[0]!;
  return names.map((name, index) => ({
    name,
    pictures: truth.filter(actual => actual === index).length,
    recall: recall?.[index] ?? null,
    taken_for: counts[index]!,
  }));
}

function wrongOf(names: readonly string[], predictions: readonly Predictions[], validation: readonly DigestedPicture[]): WrongDetail[] {
  if (predictions.length === 0) {
    return [];
  }

  return mostWrong(meanPredictions(predictions)).map(({picture, truth, said, probability, ofTruth}) => ({
    path: validation[picture]!.path,
    class: names[truth]!,
    said: names[said]!,
    probability,
    of_class: ofTruth,
    wrong: predictions.filter(each => predictedClass(each, picture).index !== truth).length,
  }));
}
