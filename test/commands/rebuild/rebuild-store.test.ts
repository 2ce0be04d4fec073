import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {rebuildStore, type Rebuilt} from '../../../src/commands/rebuild/rebuild-store.js';
import {scoreRuns} from '../../../src/commands/score-runs.js';
import type {PlannedRun} from '../../../src/domain/planned-run.js';
import type {RunEvent} from '../../../src/domain/run-event.js';
import {errors} from '../../../src/errors.js';
import {PlanJournal} from '../../../src/protocol/plan-journal.js';
import {writeRunFacts} from '../../../src/protocol/run-facts.js';
import {RunFolder} from '../../../src/protocol/run-folder.js';
import {scoreVersion} from '../../../src/score/score-version.js';
import {knownVersion} from '../../../src/store/migrate.js';
import {openStore} from '../../../src/store/open-store.js';
import {makeSplit, planRun} from '../../queue/fixtures/plan-run.js';
import {attemptOf} from '../../store/fixtures/events.js';
import {dumpOf, makeFolder} from '../../store/fixtures/open-temporary.js';

/** A runs folder with these runs, each with its events on disk and in the database. */
async function makeRuns(runs: ReadonlyArray<readonly [PlannedRun, readonly RunEvent[]]>): Promise<string> {
  const runsFolder = makeFolder();
  const store = openStore(runsFolder);
  for (const [run, events] of runs) {
    store.recordPlan([run]);
    const folder = new RunFolder(runsFolder, run.id);
    await writeRunFacts(folder, run);
    writeEvents(folder, events);
    for (const event of events) {
      store.ingest(run.id, event);
    }
  }

  await scoreRuns(store, store.unscoredRuns(scoreVersion));
  store.close();
  return runsFolder;
}

function writeEvents({events: file}: RunFolder, events: readonly RunEvent[]): void {
  fs.writeFileSync(file, events.map(event => `${JSON.stringify(event)}\n`).join(''));
}

function damagePlan(runsFolder: string, index: number): void {
  const {file} = new PlanJournal(runsFolder);
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  fs.writeFileSync(file, lines.with(index, lines[index]!.slice(0, -10)).join('\n'));
}

async function rebuild(runsFolder: string): Promise<Rebuilt> {
  return rebuildStore(runsFolder);
}

const [first, second, third] = [planRun('first'), planRun('second', {epochs: 4}), planRun('third', {epochs: 5, split: makeSplit('b')})];

test('damaged runs are named with file and line and left out, and the others are whole', async t => {
  const runsFolder = await makeRuns([[first, attemptOf([0.5])], [second, attemptOf([0.6, 0.7])], [third, attemptOf([0.8])]]);
  const file = new RunFolder(runsFolder, second.id).events;
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const epoch = JSON.parse(lines[1]!) as object;
  fs.writeFileSync(file, [lines[0], JSON.stringify({...epoch, correct: 3}), ...lines.slice(2)].join('\n'));
  fs.mkdirSync(path.join(runsFolder, 'nothing-0-12345678'));
  fs.writeFileSync(path.join(runsFolder, 'nothing-0-12345678/events.jsonl'), '');
  fs.cpSync(path.join(runsFolder, first.id), path.join(runsFolder, 'copied-0-12345678'), {recursive: true});
  const {leftOut, runs, epochs} = await rebuild(runsFolder);
  t.deepEqual([runs, epochs], [3, 2]);
  t.deepEqual([...leftOut], [
    {file: 'nothing-0-12345678/run.json', reason: 'is missing or damaged, and no plan tells which run this is'},
    {file: `${second.id}/events.jsonl`, line: 2, reason: 'correct: expected a text'},
    {file: 'copied-0-12345678/events.jsonl', reason: `is of the same run as ${first.id}`},
  ]);
  const store = openStore(runsFolder);
  t.deepEqual(store.runRows().map(({name, status}) => [name, status]), [['first', 'done'], ['second', 'queued'], ['third', 'done']]);
  store.close();
});

test('without plans the runs\' folders tell what they can, the oldest first', async t => {
  const older = attemptOf([0.8]).map(event => ({...event, at: event.at.replace('2024', '2023')}));
  const seeds = [planRun('row', {seed: 1}), planRun('row', {seed: 2})];
  const runsFolder = await makeRuns([[first, attemptOf([0.4])], [third, older], [seeds[0]!, attemptOf([0.6])], [seeds[1]!, attemptOf([0.6])]]);
  fs.rmSync(new PlanJournal(runsFolder).file);
  t.like(await rebuild(runsFolder), {runs: 4, hasPlans: false, leftOut: []});
  const store = openStore(runsFolder);
  t.is(store.runIds()[0], third.id);
  t.deepEqual(store.boardRows().map(({name, seeds: count, last}) => [name, count, last]), [['third', 1, 0.8], ['row', 2, 0.6], ['first', 1, 0.4]]);
  store.close();
});

test('a damaged line of the plans is named, and the run of it that has a folder is there', async t => {
  const runsFolder = await makeRuns([[first, attemptOf([0.5])], [second, attemptOf([0.6])]]);
  damagePlan(runsFolder, 1);
  t.like(await rebuild(runsFolder), {runs: 2, epochs: 2, leftOut: [{file: 'plans.jsonl', line: 2, reason: 'not JSON'}]});
});

test('a plan that relied on a damaged line before it is taken in with the splits that lie in the folder', async t => {
  const planned = planRun('planned', {epochs: 6});
  const runsFolder = await makeRuns([[first, attemptOf([0.5])], [second, attemptOf([0.6])], [planned, []]]);
  damagePlan(runsFolder, 0);
  fs.rmSync(new RunFolder(runsFolder, first.id).path, {recursive: true});
  t.like(await rebuild(runsFolder), {runs: 2, epochs: 1, leftOut: [{file: 'plans.jsonl', line: 1, reason: 'not JSON'}]});
});

test('runs of a plan that cannot be taken in are told by their folders', async t => {
  const others = [planRun('row', {split: makeSplit('b')}), planRun('another', {epochs: 5, split: makeSplit('b')})];
  const runsFolder = await makeRuns([[first, attemptOf([0.5])], [others[0]!, attemptOf([0.6])], [others[1]!, attemptOf([0.7])]]);
  const {file} = new PlanJournal(runsFolder);
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  // The third plan has a run that contradicts the first one.
  const third = JSON.parse(lines[2]!) as {rows: Array<{runs: object[]}>};
  third.rows[0]!.runs.push({id: first.id, seed: 1, fingerprint: 'f'.repeat(64), split: others[1]!.split.id});
  fs.writeFileSync(file, lines.with(2, JSON.stringify(third)).join('\n'));
  const {runs, epochs, leftOut} = await rebuild(runsFolder);
  t.deepEqual([runs, epochs], [3, 3]);
  t.deepEqual(leftOut.map(({file: name, line}) => [name, line]), [['plans.jsonl', 3]]);
});

test('a result is found under whichever name of its run the folder bears, and a second folder of it is named', async t => {
  const later = planRun('later');
  t.is(later.fingerprint, first.fingerprint);
  const runsFolder = await makeRuns([[first, []]]);
  const {file} = new PlanJournal(runsFolder);
  fs.appendFileSync(file, fs.readFileSync(file, 'utf8').replaceAll(first.id, later.id));
  await writeRunFacts(new RunFolder(runsFolder, later.id), later);
  writeEvents(new RunFolder(runsFolder, later.id), attemptOf([0.5]));
  t.like(await rebuild(runsFolder), {runs: 1, epochs: 1, leftOut: []});
  writeEvents(new RunFolder(runsFolder, first.id), attemptOf([0.25]));
  t.like(await rebuild(runsFolder), {
    runs: 1, epochs: 1, leftOut: [{file: `${later.id}/events.jsonl`, reason: `is of the same run as ${first.id}`}],
  });
});

test('events that are gone, without end or no file are named', async t => {
  const runsFolder = await makeRuns([[first, attemptOf([0.5])], [second, attemptOf([0.6])], [third, []], [planRun('pipe', {epochs: 6}), []]]);
  const folder = new RunFolder(runsFolder, first.id);
  fs.mkdirSync(folder.last);
  fs.rmSync(folder.events);
  fs.truncateSync(new RunFolder(runsFolder, second.id).events, (2 ** 28) + 1);
  const {events: pipe} = new RunFolder(runsFolder, planRun('pipe', {epochs: 6}).id);
  fs.rmSync(pipe);
  execFileSync('mkfifo', [pipe]);
  const {leftOut, runs} = await rebuild(runsFolder);
  t.is(runs, 4);
  t.deepEqual(leftOut.map(({file, reason}) => [path.dirname(file), reason]), [
    [first.id, 'is missing or empty, though the run was trained'],
    [second.id, 'cannot be read (it is too large)'],
    [path.basename(path.dirname(pipe)), 'cannot be read (it is a pipe, a socket or a device, and no file)'],
  ]);
});

test('nothing is put in place where the folder is another\'s by then', async t => {
  const runsFolder = await makeRuns([[first, attemptOf([0.5])]]);
  const names = fs.readdirSync(runsFolder);
  await t.throwsAsync(rebuildStore(runsFolder, {ensureAlone() {
    throw errors.runsInUse(runsFolder, 'another');
  }}), {code: 'runs-in-use'});
  t.deepEqual(fs.readdirSync(runsFolder), names);
  const theirs = path.join(runsFolder, 'ablate.db.rebuilt');
  await t.throwsAsync(rebuildStore(runsFolder, {ensureAlone() {
    fs.writeFileSync(`${theirs}-by-another`, 'theirs');
    fs.renameSync(`${theirs}-by-another`, theirs);
    throw errors.runsInUse(runsFolder, 'another');
  }}), {code: 'runs-in-use'});
  t.is(fs.readFileSync(theirs, 'utf8'), 'theirs');
});

test('a plan that contradicts another is named and left out as a whole', async t => {
  const runsFolder = await makeRuns([[first, attemptOf([0.5])]]);
  const {file} = new PlanJournal(runsFolder);
  const [line] = fs.readFileSync(file, 'utf8').split('\n');
  const before = dumpOf(runsFolder);
  fs.appendFileSync(file, `${line!.replaceAll(first.fingerprint, 'f'.repeat(64)).replaceAll('"first"', '"other"')}\n`);
  const {leftOut} = await rebuild(runsFolder);
  t.like(leftOut, [{file: 'plans.jsonl', line: 2}]);
  t.deepEqual(dumpOf(runsFolder), before);
});

test('the folder of another run under a run\'s name gives that run nothing', async t => {
  const runsFolder = await makeRuns([[first, attemptOf([0.5])], [second, attemptOf([0.6])]]);
  fs.copyFileSync(new RunFolder(runsFolder, second.id).facts, new RunFolder(runsFolder, first.id).facts);
  t.like(await rebuild(runsFolder), {epochs: 1, leftOut: [{file: `${first.id}/run.json`}]});
});

test('the database of a newer ablate is left to that one, and what a killed rebuild left is taken away', async t => {
  const runsFolder = await makeRuns([[first, attemptOf([0.5])]]);
  const before = dumpOf(runsFolder);
  fs.writeFileSync(path.join(runsFolder, 'ablate.db.rebuilt'), 'half of it');
  fs.writeFileSync(path.join(runsFolder, 'ablate.db.rebuilt-journal'), 'half of it');
  await rebuild(runsFolder);
  t.deepEqual(dumpOf(runsFolder), before);
  t.deepEqual(fs.readdirSync(runsFolder).filter(name => name.includes('rebuilt')), []);

  const file = path.join(runsFolder, 'ablate.db');
  const bytes = fs.readFileSync(file);
  bytes.writeUInt32BE(knownVersion + 1, 60);
  fs.writeFileSync(file, bytes);
  await t.throwsAsync(rebuild(runsFolder), {code: 'newer-database'});
  t.deepEqual(fs.readFileSync(file), bytes);
});
