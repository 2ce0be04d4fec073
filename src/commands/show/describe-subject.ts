import path from 'node:path';
import type {Subject} from '../../domain/subject.js';
import type {Detail} from '../../report/show/detail.js';
import type {Store} from '../../store/open-store.js';
import {RunFolder} from '../../protocol/run-folder.js';
import {classesOf} from '../subject/classes-of.js';
import type {Places} from '../places.js';
import {predictionsOf} from '../subject/predictions-of.js';
import {scoredRuns} from '../subject/scored-runs.js';
import {summariseScores} from '../subject/summarise-scores.js';
import {wrongOf} from '../subject/wrong-of.js';
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
