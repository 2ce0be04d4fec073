import test from 'ava';
import type {RunRow} from '../../../src/domain/run-row.js';
import type {ExportedEpoch} from '../../../src/domain/exported-run.js';
import type {FolderNow} from '../../../src/queue/folder-look.js';
import type {Lease} from '../../../src/queue/lease.js';
import {gatherNow} from '../../../src/commands/serve/gather-now.js';

const start = Date.parse('2024-05-01T00:00:00.000Z');

function rowOf(id: string, more: Partial<RunRow> = {}): RunRow {
  return {
    run_id: id, name: id, file: `${id}.yaml`, seed: 0, status: 'queued', epochs_done: 0, epochs: 10, val_accuracy: null, seconds: null, attempts: 0,
    queued_at: '', started_at: null, ended_at: null, problem_code: null, problem: null, hint: null, resumed_epoch: null, micro_batch: null, notes: null, timeout: null, ...more,
  };
}

function epochsOf(count: number, seconds: number): ExportedEpoch[] {
  return Array.from({length: count}, (_, index) => ({
    epoch: index + 1, seconds, loss: 1, accuracy: 0.5, val_loss: 1, val_accuracy: 0.5, learning_rate: 0.1,
  }));
}

function folder(held: readonly string[], more: Partial<FolderNow> = {}): FolderNow {
  return {held: new Map(held.map(id => [id, lease])), isAtWork: held.length > 0, isPaused: false, ...more};
}

const lease: Lease = {runId: '', token: '', machine: '', host: {pid: 1, started: ''}, beat: 0};
const begun = {status: 'running', started_at: '2024-05-01T00:00:00.000Z', attempts: 1} as const;

test('what is left of a run goes by its own epochs, less what the one in hand has taken', t => {
  const rows = [rowOf('one', {...begun, epochs_done: 4})];
  const at = (seconds: number) => gatherNow({rows, epochsOf: () => epochsOf(4, 5)}, folder(['one']), start + (1000 * seconds)).running[0]!.secondsLeft;
  t.is(at(20), 30);
  t.is(at(22), 28);
  t.is(at(60), 25, 'no more than an epoch is taken off');
  t.is(at(-3600), 30, 'nor added where clocks differ');
});

test('a run that went on is judged by the epochs of this attempt', t => {
  const rows = [rowOf('one', {...begun, epochs_done: 6, resumed_epoch: 5})];
  const epochs = [...epochsOf(4, 100), ...epochsOf(6, 2).slice(4)];
  t.is(gatherNow({rows, epochsOf: () => epochs}, folder(['one']), start + 4000).running[0]!.secondsLeft, 8);
});

test('what waits says for what, and the sweep is spread over what is trained at once', t => {
  const rows = [
    rowOf('one', {...begun, epochs_done: 5}),
    rowOf('two', {...begun, epochs_done: 5}),
    rowOf('next'),
    rowOf('after'),
    rowOf('again', {status: 'failed', problem: 'it was killed'}),
    rowOf('left', {status: 'interrupted'}),
  ];
  const now = gatherNow({rows, epochsOf: () => epochsOf(5, 2)}, folder(['one', 'two', 'next', 'again']), start + 10_000);
  t.deepEqual(now.waiting.map(({run, why}) => [run.name, why]), [
    ['next', 'comes next'], ['after', 'waits for a free slot'], ['again', 'begins again by itself: it was killed'], ['left', 'was interrupted'],
  ]);
  t.is(now.secondsLeft, (10 + 10 + (4 * 10 * 2)) / 2);
  t.is(now.state, 'live');
  t.deepEqual(now.failed, []);
});

test('no run is taken to go on for longer than it may', t => {
  const at = (timeout: string | number | null, more: Partial<RunRow> = {}) => gatherNow(
    {rows: [rowOf('one', {...begun, epochs_done: 4, timeout, ...more}), rowOf('next', {timeout})], epochsOf: () => epochsOf(4, 5)},
    folder(['one']),
    start + 20_000,
  );
  t.is(at(null).running[0]!.secondsLeft, 30);
  t.is(at('1m').running[0]!.secondsLeft, 30);
  t.is(at(32).running[0]!.secondsLeft, 12);
  t.is(at(32).secondsLeft, 12 + 32);
  t.is(at(8).running[0]!.secondsLeft, 0);
  t.is(at(45, {resumed_epoch: 3, started_at: '2024-05-01T00:00:10.000Z'}).running[0]!.secondsLeft, 25, 'of which the first attempt had ten');
});

test('a run that starts is taken to need what the others need', t => {
  const rows = [rowOf('one', {...begun, epochs_done: 5}), rowOf('starts', begun)];
  const now = gatherNow({rows, epochsOf: id => id === 'one' ? epochsOf(5, 2) : []}, folder(['one', 'starts']), start + 10_000);
  t.is(now.running[1]!.secondsLeft, undefined);
  t.is(now.secondsLeft, 20);
});

test('nothing tells how long a sweep takes before its runs have had an epoch', t => {
  const now = gatherNow({rows: [rowOf('one', begun), rowOf('two')], epochsOf: () => []}, folder(['one']), start);
  t.is(now.secondsLeft, undefined);
  t.is(now.running[0]!.secondsLeft, undefined);
});

test('a folder is empty, paused, at work, done, or left with runs that failed or wait', t => {
  const state = (rows: readonly RunRow[], of: FolderNow) => gatherNow({rows, epochsOf: () => []}, of, start).state;
  const [done, fallen, waits] = [rowOf('done', {status: 'done'}), rowOf('fallen', {status: 'timed-out'}), rowOf('waits', {status: 'interrupted'})];
  t.is(state([], folder([])), 'empty');
  t.is(state([], folder([], {isAtWork: true})), 'live');
  t.is(state([done], folder([])), 'done');
  t.is(state([done, rowOf('cut', {status: 'cancelled'})], folder([])), 'done', 'somebody wanted it so');
  t.is(state([done, fallen], folder([])), 'failed');
  t.is(state([done, fallen, waits], folder([])), 'stopped');
  t.is(state([done, fallen], folder([], {isPaused: true})), 'failed', 'nothing is there that a resume would begin');
  t.is(state([rowOf('one')], folder([], {isAtWork: true})), 'live');
  t.is(state([rowOf('one')], folder([], {isPaused: true})), 'paused');
  t.is(state([rowOf('one')], folder([], {isAtWork: true, isPaused: true})), 'paused');
  const died = gatherNow({rows: [rowOf('one', begun)], epochsOf: () => []}, folder([]), start);
  t.deepEqual(died.waiting.map(({why}) => why), ['was interrupted: `ablate run` goes on with it'], 'its host was killed');
  t.is(died.state, 'stopped');
});
