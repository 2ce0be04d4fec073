import path from 'node:path';
import type {BoardRow, RowVerdict, StoredBoardRow} from '../../domain/board-row.js';
import {errors} from '../../errors.js';
import {countThings} from '../../spec/count-things.js';
import type {ScoreDistribution} from '../../score/run/protocol-score.js';
import type {RowSource} from '../../store/queries/row-sources.js';
import type {Store} from '../../store/open-store.js';
import {locateHistories} from '../locate-histories.js';
import type {Places} from '../places.js';
import {changedData} from './changed-data.js';
import {changedFiles, type FileState} from './changed-files.js';
import type {FileRows} from './file-rows.js';
import {isBelow} from './is-below.js';
import {judgeRows} from './judge-rows.js';
import {noVerdict} from './no-scores.js';
import {reproductionOf} from './reproduction-of.js';

export type Wanted = {
  /** Files and folders; none stands for all rows that are stored. */
  readonly paths: readonly string[];
  /** The row that all are compared with, in place of each one's parent. */
  readonly against?: string;
  /** Whether every row is to say what the study's way of scoring gives, or only those with a published score: it takes every epoch. */
  readonly allProtocols: boolean;
};

/** What the board is made of. */
export type FoundRows = {
  readonly rows: readonly BoardRow[];
  /** How many comparisons the verdicts are corrected for. */
  readonly comparisons: number;
  /** The data set of each split that results rest on, as rows call it: JSON. */
  readonly datasets: ReadonlyMap<string, string>;
  /** The files, as they are shown, that have mistakes and so no row. */
  readonly leftOut: readonly string[];
};

/** The rows that are wanted, judged among each other. Throws a UserError for a path or a row that there is not. */
export async function findRows({paths, against, allProtocols}: Wanted, places: Places, store: Store | undefined): Promise<FoundRows> {
  const stored = store ? await readStored(store, places) : [];
  await ensureKnown(against, stored);
  const {files, notRun, leftOut} = await readFiles(paths, stored, places);
  const isAsked = (row: StoredBoardRow) => files.has(row.name) || paths.some(given => isBelow(row, given, places));
  const asked = paths.length > 0 ? stored.filter(row => isAsked(row)) : stored;
  const verdicts = judgeRows(asked, {stored, against, answers: store?.rowAnswers() ?? new Map()});
  const located = await withHistories([...asked, ...notRun], places);
  const withProtocol = located.filter(row => row.last !== null && (allProtocols || row.published !== null));
  const protocols = store ? await readProtocols(withProtocol, store, places) : new Map<string, ScoreDistribution>();
  const {states, changedRows, datasets} = await findFreshness(asked, files, store, places);
  const rows = located.map(row => completeRow(row, {
    verdict: verdicts.get(row.name) ?? noVerdict,
    protocol: protocols.get(row.name),
    file: states.get(row.name) ?? 'same',
    isDataChanged: changedRows.has(row.name),
  }));
  return {rows, leftOut, datasets, comparisons: [...verdicts.values()].filter(({p}) => p !== null).length};
}

async function readStored(store: Store, places: Places): Promise<readonly StoredBoardRow[]> {
  const rows = store.boardRows();
  if (rows.every(({status}) => status !== 'running')) {
    return rows;
  }

  // Loaded only here: who is at work matters to what is trained alone.
  const {asTheyAre} = await import('./as-they-are.js');
  return asTheyAre(rows, store, places);
}

// By its way from here: where files lie on this machine is nobody else's business.
async function withHistories(rows: readonly StoredBoardRow[], places: Places): Promise<StoredBoardRow[]> {
  const published = rows.flatMap(({name, file, published_history: history}) => history === null ? [] : [{name, file, history}]);
  const histories = await locateHistories(published, places);
  return rows.map(row => row.published_history === null ? row : {...row, published_history: path.relative(places.cwd, histories.get(row.name)!)});
}

async function ensureKnown(against: string | undefined, stored: readonly StoredBoardRow[]): Promise<void> {
  if (against !== undefined && !stored.some(({name}) => name === against)) {
    const {suggest} = await import('../../spec/suggest.js');
    throw errors.unknownRow('--against', against, suggest(against, stored.map(({name}) => name)));
  }
}

async function readFiles(paths: readonly string[], stored: readonly StoredBoardRow[], places: Places): Promise<FileRows> {
  if (paths.length === 0) {
    return {files: new Map(), notRun: [], leftOut: []};
  }

  // Loaded only here: without paths no YAML is read.
  const {fileRows} = await import('./file-rows.js');
  return fileRows(paths, stored, places);
}

async function readProtocols(rows: readonly StoredBoardRow[], store: Store, {cwd}: Places): Promise<ReadonlyMap<string, ScoreDistribution>> {
  if (rows.length === 0) {
    return new Map();
  }

  const {protocolScores} = await import('./protocol-scores.js');
  return protocolScores(rows, store, cwd);
}

type Freshness = {
  readonly states: ReadonlyMap<string, FileState>;
  /** The names of rows whose pictures have changed. */
  readonly changedRows: ReadonlySet<string>;
  readonly datasets: ReadonlyMap<string, string>;
};

/** `files` has where files that were given lie, wherever their rows were run from. */
async function findFreshness(
  rows: readonly StoredBoardRow[],
  files: FileRows['files'],
  store: Store | undefined,
  places: Places,
): Promise<Freshness> {
  const known = store?.rowSources() ?? new Map<string, RowSource>();
  const sources = rows.filter(({last, split_id: splitId}) => last !== null && splitId !== null)
    .map(row => ({...known.get(row.name)!, splitId: row.split_id!}))
    .map(source => ({...source, sources: [files.get(source.name) ?? source.sources[0]!, ...source.sources.slice(1)]}));
  const changed = store ? await changedData(sources, store, places) : new Set<(typeof sources)[number]>();
  return {
    states: await changedFiles(sources, places),
    changedRows: new Set([...changed].map(({name}) => name)),
    datasets: new Map(sources.map(({splitId, dataset}) => [splitId, dataset])),
  };
}

type Findings = {
  readonly verdict: RowVerdict;
  readonly protocol: ScoreDistribution | undefined;
  readonly file: FileState;
  readonly isDataChanged: boolean;
};

function completeRow(row: StoredBoardRow, {verdict, protocol, file, isDataChanged}: Findings): BoardRow {
  return {
    ...row,
    ...verdict,
    protocol: protocol?.expected ?? row.protocol,
    protocol_low: protocol?.low ?? null,
    protocol_high: protocol?.high ?? null,
    changed: countThings(row.changes),
    reproduction: reproductionOf(row.published, verdict, protocol),
    file_changed: file === 'changed',
    file_gone: file === 'gone',
    data_changed: isDataChanged,
    reading: null,
  };
}
