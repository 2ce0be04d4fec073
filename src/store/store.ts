import type {Database} from 'better-sqlite3';
import type {StoredBoardRow} from '../domain/board-row.js';
import type {DigestedPicture} from '../domain/dataset.js';
import type {ExportedEpoch, ExportedRun} from '../domain/exported-run.js';
import type {LastAnswers} from '../domain/last-answers.js';
import type {MeasuredEpoch} from '../domain/measured-epoch.js';
import type {PlannedRun} from '../domain/planned-run.js';
import type {RunDetails} from '../domain/run-details.js';
import type {RunEvent} from '../domain/run-event.js';
import type {RunRow} from '../domain/run-row.js';
import type {RunAnswers} from '../domain/run-answers.js';
import type {StoredScores} from '../domain/stored-scores.js';
import type {Experiment} from '../domain/experiment.js';
import type {PlanJournal} from '../protocol/plan-journal.js';
import {prepareIngest, type Ingest} from './ingest-event.js';
import {boardRows} from './queries/board-rows.js';
import {experimentsOfRuns} from './queries/experiments-of-runs.js';
import {exportedRun} from './queries/exported-run.js';
import {filesOf, findRuns, finishedNames, type FoundRun} from './queries/find-runs.js';
import {lastAnswers} from './queries/last-answers.js';
import {measuredEpochs} from './queries/measured-epochs.js';
import {rowAnswers, type RowAnswers} from './queries/row-answers.js';
import {rightCounts, type RowCounts} from './queries/right-counts.js';
import {rowSources, type RowSource} from './queries/row-sources.js';
import {runAnswers} from './queries/run-answers.js';
import {runDetails} from './queries/run-details.js';
import {runEpochs} from './queries/run-epochs.js';
import {runRows} from './queries/run-rows.js';
import {splitPictures, type SplitPicture} from './queries/split-pictures.js';
import {validationPictures} from './queries/validation-pictures.js';
import {versionOf} from './migrate.js';
import {recordPlan} from './record-plan.js';
import {recordScores, unscoredRuns} from './record-scores.js';
import {settleAbandoned} from './settle-abandoned.js';

/** The database of a runs folder. One process writes, the host; any number read. `openStore` has what SQLite refuses told as UserErrors. */
export class Store {
  readonly #db: Database;
  readonly #journal: PlanJournal;
  #ingest: Ingest | undefined;

  constructor(db: Database, journal: PlanJournal) {
    this.#db = db;
    this.#journal = journal;
  }

  /**
  Records what is to be trained. Runs that are stored already keep what they have, and their ids, under which the runs are given back. Throws
  a UserError where it cannot be written.
  */
  recordPlan(runs: readonly PlannedRun[]): readonly PlannedRun[] {
    return recordPlan(this.#db, runs, this.#journal);
  }

  /**
  Takes in one event of a recorded run; true if it was news, false if it had been taken in before. Throws a UserError where
  it cannot be written, and then nothing of it is.
  */
  ingest(runId: string, event: RunEvent): boolean {
    this.#ingest ??= prepareIngest(this.#db);
    return this.#ingest(runId, event);
  }

  /** Marks runs as interrupted that count as running but are not alive; gives their ids. */
  settleAbandoned(isAlive: (runId: string) => boolean): string[] {
    return settleAbandoned(this.#db, isAlive);
  }

  /** The stored runs among these fingerprints, by fingerprint. */
  findRuns(fingerprints: readonly string[]): ReadonlyMap<string, FoundRun> {
    return findRuns(this.#db, fingerprints);
  }

  /** Names of the rows that have a finished run, of whatever configuration. */
  finishedNames(): ReadonlySet<string> {
    return finishedNames(this.#db);
  }

  /** How long epochs took in the newest stored runs, newest first. */
  measuredEpochs(): readonly MeasuredEpoch[] {
    return measuredEpochs(this.#db);
  }

  /** Every run of every row in its newest configuration, in the order in which they were queued. */
  runRows(): readonly RunRow[] {
    return runRows(this.#db);
  }

  /** The view `leaderboard`, best first. */
  boardRows(): readonly StoredBoardRow[] {
    return boardRows(this.#db);
  }

  /** What the finished runs of these rows had right in each epoch. */
  rightCounts(names: readonly string[]): ReadonlyMap<string, RowCounts> {
    return rightCounts(this.#db, names);
  }

  /** The answers that each row of the leaderboard rests on, by its name; with a split, those on its pictures alone. */
  rowAnswers(splitId?: string): ReadonlyMap<string, RowAnswers> {
    return rowAnswers(this.#db, splitId);
  }

  /** What the scores of a run that is done are made of. */
  runAnswers(runId: string): RunAnswers {
    return runAnswers(this.#db, runId);
  }

  /** The finished runs without scores of this version, oldest first. */
  unscoredRuns(version: number): readonly string[] {
    return unscoredRuns(this.#db, version);
  }

  recordScores(runId: string, scores: StoredScores, version: number): void {
    recordScores(this.#db, runId, scores, version);
  }

  /** All pictures of a split. */
  splitPictures(splitId: string): readonly SplitPicture[] {
    return splitPictures(this.#db, splitId);
  }

  /** Where the rows of the leaderboard came from. */
  rowSources(): ReadonlyMap<string, RowSource> {
    return rowSources(this.#db);
  }

  /** Every row that is shown under one of these names, and its file as it was given then. */
  filesOf(names: readonly string[]): ReadonlyMap<string, string> {
    return filesOf(this.#db, names);
  }

  /** The rows that any of these runs belongs to now, as they were planned last. */
  experimentsOfRuns(runIds: readonly string[]): readonly Experiment[] {
    return experimentsOfRuns(this.#db, runIds);
  }

  /** A stored run with all its epochs, for other tools. */
  exportedRun(runId: string): ExportedRun {
    return exportedRun(this.#db, runId);
  }

  /** All that is stored of a run; where several rows share it, with the row of this name or the first. */
  runDetails(runId: string, name?: string): RunDetails {
    return runDetails(this.#db, runId, name);
  }

  /** The stored epochs of a run alone, in order. */
  runEpochs(runId: string): readonly ExportedEpoch[] {
    return runEpochs(this.#db, runId);
  }

  /** What a scored run answered after its last epoch; undefined of another. */
  lastAnswers(runId: string): LastAnswers | undefined {
    return lastAnswers(this.#db, runId);
  }

  /** The pictures that a split validates on, in the order of the answers. */
  validationPictures(splitId: string): readonly DigestedPicture[] {
    return validationPictures(this.#db, splitId);
  }

  /**
  The ids of all runs that began and are not done, of whatever configuration: each may have been put back, or followed by an attempt, of
  which nothing came into the database.
  */
  unsettledIds(): readonly string[] {
    return this.#db.prepare<[], string>(`
      SELECT run_id FROM runs WHERE status NOT IN ('done', 'queued') ORDER BY rowid
    `).pluck().all();
  }

  /** The ids of all stored runs, of whatever configuration, oldest first. */
  runIds(): readonly string[] {
    return this.#db.prepare<[], string>('SELECT run_id FROM runs ORDER BY rowid').pluck().all();
  }

  /** Another number whenever somebody else has changed the database since this one was opened. */
  changes(): number {
    return this.#db.prepare<[], number>('PRAGMA data_version').pluck().get()!;
  }

  /** How many migrations the database has seen: another ablate may make it newer while it is open. */
  version(): number {
    return versionOf(this.#db);
  }

  close(): void {
    this.#db.close();
  }
}
