import {Buffer} from 'node:buffer';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import {showBoard} from '../../../src/commands/board/show-board.js';
import {compareSubjects} from '../../../src/commands/diff/compare-subjects.js';
import {readSubject} from '../../../src/commands/subject/read-subject.js';
import {rebuildStore} from '../../../src/commands/rebuild/rebuild-store.js';
import {scoreRuns} from '../../../src/commands/score-runs.js';
import {describeSubject} from '../../../src/commands/show/describe-subject.js';
import type {PlannedRun} from '../../../src/domain/planned-run.js';
import type {RunEvent} from '../../../src/domain/run-event.js';
import {printable} from '../../../src/errors.js';
import {writeRunFacts} from '../../../src/protocol/run-facts.js';
import {RunFolder} from '../../../src/protocol/run-folder.js';
import {diffText} from '../../../src/report/diff/diff-text.js';
import {showText} from '../../../src/report/show/show-text.js';
import {statusTable} from '../../../src/report/status-table.js';
import {scoreVersion} from '../../../src/score/score-version.js';
import {openStore} from '../../../src/store/open-store.js';
import {planRun} from '../../queue/fixtures/plan-run.js';
import {attemptOf} from '../../store/fixtures/events.js';
import {complainOfError, complainOfText} from '../complain.js';
import {damagedBytes} from '../inputs/damaged-bytes.js';
import type {Files, Kind} from '../kind.js';
import {writeFiles} from '../write-files.js';

const run = planRun('small', {published: 0.5});
const other = planRun('other', {epochs: 5});
const whole = await makeWhole();
const names = Object.keys(whole);

// One value of a line of JSON in the place of another, or none in its place.
const values = fc.oneof(fc.jsonValue({maxDepth: 2}), fc.constant(undefined));
const changedLines = fc.tuple(fc.constantFrom(...names), fc.nat(), fc.nat(), values)
  .map(([name, line, place, value]) => ({[name]: changeValue(whole[name]!, {line, place, value})}));
const damaged = fc.constantFrom(...names).chain(name => damagedBytes([whole[name]!]).map(bytes => ({[name]: bytes})));
const deep = fc.tuple(fc.constantFrom(...names), fc.integer({min: 90, max: 100_000}))
  .map(([name, levels]) => ({[name]: Buffer.from(textOf(whole[name]!).replace(/\[\]|null/v, nested(levels)))}));
const missing = fc.constantFrom(...names).map(name => ({[name]: undefined}));
const change = fc.oneof({weight: 4, arbitrary: changedLines}, {weight: 2, arbitrary: damaged}, deep, missing);
const changes = fc.array(change, {minLength: 1, maxLength: 3});

/** Runs folders of which a database is made anew: what is damaged is named and left out, and what was made can be read and shown. */
export const runsFolders: Kind<Files> = {
  name: 'runs-folders',
  tries: 150,
  seconds: 5,
  inputs: changes.map(each => withChanges(each)),
  async attempt(files, folder) {
    await writeFiles(folder, files);
    const inputs = Object.values(files).map(bytes => textOf(bytes));
    try {
      const {leftOut} = await rebuildStore(folder);
      const text = leftOut.map(({file, line, reason}) => `${file}:${line ?? 0} ${reason}`).join('\n');
      return complainOfText(printable(text), inputs) ?? complainOfText(printable(await show(folder)), inputs) ?? complainOfFolder(folder);
    } catch (error) {
      return complainOfError(error, inputs, printable);
    }
  },
};

function nested(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels);
}

function textOf(bytes: Uint8Array): string {
  return String(Buffer.from(bytes));
}

function withChanges(each: ReadonlyArray<Readonly<Record<string, Uint8Array | undefined>>>): Files {
  const files = Object.assign({}, whole, ...each) as Readonly<Record<string, Uint8Array | undefined>>;
  return Object.fromEntries(Object.entries(files).flatMap(([name, bytes]) => bytes ? [[name, bytes]] : []));
}

/** As `board`, `status`, `show` and `diff` do. */
async function show(folder: string): Promise<string> {
  const store = openStore(folder);
  const places = {cwd: folder, env: {}, cache: folder, runs: folder};
  const board = await showBoard([], {sort: '-last', where: [], group: 'comparable', published: true, form: 'table'}, places);
  try {
    await scoreRuns(store, store.unscoredRuns(scoreVersion));
    const rows = store.boardRows();
    const subjects = await Promise.all(rows.map(async ({name}) => readSubject(name, store, places)));
    return [
      board.text,
      statusTable(store.runRows(), 120),
      ...subjects.map(subject => showText(describeSubject(subject, store, places), {width: 120, pictures: 20})),
      ...subjects.map(subject => diffText(compareSubjects(subjects[0]!, subject, store), {width: 120, pictures: 20})),
    ].join('\n');
  } finally {
    store.close();
  }
}

function complainOfFolder(folder: string): string | undefined {
  return existsSync(path.join(folder, 'ablate.db.rebuilt')) ? 'it left half a database' : undefined;
}

type Change = {readonly line: number; readonly place: number; readonly value: unknown};

function changeValue(bytes: Uint8Array, {line, place, value}: Change): Uint8Array {
  const lines = textOf(bytes).split('\n').filter(each => each !== '');
  const at = line % lines.length;
  const tree: unknown = JSON.parse(lines[at]!);
  const places = placesIn(tree);
  const [parent, key] = places[place % places.length]!;
  parent[key] = value;
  return Buffer.from(`${lines.with(at, JSON.stringify(tree)).join('\n')}\n`);
}

function placesIn(tree: unknown): Array<readonly [Record<string, unknown>, string]> {
  return typeof tree === 'object' && tree !== null
    ? Object.entries(tree).flatMap(([key, inner]) => [[tree as Record<string, unknown>, key] as const, ...placesIn(inner)])
    : [];
}

/** The files of a runs folder with two runs, each of which is JSON, a line or many. */
async function makeWhole(): Promise<Files> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ablate-fuzz-runs-'));
  const store = openStore(folder);
  store.recordPlan([run, other]);
  store.close();
  const ofRuns = {...await filesOf(run, folder, attemptOf([0.3, 0.4, 0.5])), ...await filesOf(other, folder, attemptOf([0.2, 0.8]))};
  const [split] = readdirSync(path.join(folder, 'splits'));
  const files = {
    'plans.jsonl': readFileSync(path.join(folder, 'plans.jsonl')),
    [`splits/${split!}`]: readFileSync(path.join(folder, 'splits', split!)),
    ...ofRuns,
  };
  rmSync(folder, {recursive: true});
  return files;
}

async function filesOf(planned: PlannedRun, folder: string, events: readonly RunEvent[]): Promise<Files> {
  await writeRunFacts(new RunFolder(folder, planned.id), planned);
  const facts = JSON.parse(readFileSync(new RunFolder(folder, planned.id).facts, 'utf8')) as object;
  return {
    [`${planned.id}/run.json`]: Buffer.from(`${JSON.stringify(facts)}\n`),
    [`${planned.id}/events.jsonl`]: Buffer.from(events.map(event => `${JSON.stringify(event)}\n`).join('')),
  };
}
