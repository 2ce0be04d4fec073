import path from 'node:path';
import {errors} from '../../errors.js';
import type {BoardRow} from '../../domain/board-row.js';
import type {RunDetails} from '../../domain/run-details.js';
import type {RunRow} from '../../domain/run-row.js';
import {mostCounted} from '../../report/frequent-mistakes.js';
import type {ReportData, ReportRow, TimelineRun} from '../../report/page/report-data.js';
import {sortRows} from '../../report/board/select-rows.js';
import type {Store} from '../../store/open-store.js';
import {findRows} from '../board/find-rows.js';
import {leakNotes} from '../board/leak-notes.js';
import {commandLine} from '../command-line.js';
import {liveRunRows} from '../live-run-rows.js';
import type {Places} from '../places.js';
import {gatherSubject, type GatheredSubject} from '../subject/gather-subject.js';
import {gatherSplits} from './gather-splits.js';
import {SplitTally} from './split-tally.js';

/** Gathers what a report of these files and folders shows; without any, of every row that is stored. */
export async function gatherReport(paths: readonly string[], store: Store, places: Places): Promise<ReportData> {
  const {rows, datasets, leftOut} = await findRows({paths, allProtocols: true}, places, store);
  const board = sortRows(rows, '-last');
  const runs = liveRunRows(store, places.runs);
  const tallies = new Map<string, SplitTally>();
  const gathered = gatherRows(board, runs, {tallies, store, places});
  const {splits, photos} = await gatherSplits(tallies.values(), places);
  const shown = new Set(board.map(({name}) => name));
  return {
    board: board.map(row => withoutPlace(row)),
    leftOut,
    dataNotes: await leakNotes(board, datasets, store, places),
    rows: gathered,
    splits,
    timeline: timelineOf(runs.filter(({name}) => shown.has(name)), gathered),
    photos,
    commands: commandsOf(board, paths, places),
  };
}

type Gathering = {readonly tallies: Map<string, SplitTally>; readonly store: Store; readonly places: Places};

/** One row after the other: of each no more is kept than the report shows. */
function gatherRows(board: readonly BoardRow[], runs: readonly RunRow[], gathering: Gathering): ReportRow[] {
  const byName = new Map<string, RunRow[]>();
  for (const run of runs) {
    byName.set(run.name, [...byName.get(run.name) ?? [], run]);
  }

  return board.flatMap(row => {
    const own = (byName.get(row.name) ?? []).toSorted((left, right) => left.seed - right.seed);
    return own.length === 0 ? [] : [gatherRow(row, own, gathering)];
  });
}

function gatherRow(row: BoardRow, runs: readonly RunRow[], {tallies, store, places}: Gathering): ReportRow {
  const subject = gatherSubject({
    kind: 'row', label: row.name, runs: runs.map(run => runOf(run, store)), history: row.published_history,
  }, store, places);
  const {report} = subject;
  const isWide = report.classes !== null && report.classes.length > mostCounted;
  return {
    ...report,
    classes: isWide ? report.classes.map(each => ({...each, taken_for: []})) : report.classes,
    row: withoutPlace(row),
    grid: subject.scored.length === 0 ? [] : tallyOf(subject, tallies).add(subject),
  };
}

function tallyOf(subject: GatheredSubject, tallies: Map<string, SplitTally>): SplitTally {
  const {split_id: id} = subject.report.split;
  const tally = tallies.get(id) ?? new SplitTally(subject);
  tallies.set(id, tally);
  return tally;
}

/** As it is now: a host that was killed could not say what became of it. */
function runOf({run_id: id, name, status, problem}: RunRow, store: Store): RunDetails {
  return {...store.runDetails(id, name), status, problem};
}

/** Where files lie on this machine is nobody else's business. */
function withoutPlace(row: BoardRow): BoardRow {
  return {...row, published_history: row.published_history && path.basename(row.published_history)};
}

function timelineOf(runs: readonly RunRow[], gathered: readonly ReportRow[]): TimelineRun[] {
  const devices = new Map(gathered.flatMap(row => row.runs.map(({runId, environment}) => [runId, environment.device])));
  const seen = new Map(runs.map(run => [run.run_id, run]));
  return [...seen.values()].flatMap(({run_id: runId, name, seed, status, started_at: from, ended_at: to}) =>
    from === null || to === null ? [] : [{runId, row: name, seed, status, device: devices.get(runId) ?? 'unknown', from, to}]);
}

function commandsOf(board: readonly BoardRow[], paths: readonly string[], {cwd}: Places): string[] {
  const files = paths.length > 0 ? [...paths] : [...new Set(board.map(({file}) => path.relative(cwd, path.resolve(cwd, file))))].toSorted();
  if (files.length === 0) {
    throw errors.nothingToReport();
  }

  return [commandLine(['run', ...files]), commandLine(['report', ...paths])];
}
