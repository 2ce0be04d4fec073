import test from 'ava';
import type {EndStatus, RunEvent, RunEventBody} from '../../src/domain/run-event.js';
import {judgeEvents, pauseBefore} from '../../src/queue/judge-events.js';

const environment = {ablate: '', node: '', platform: '', engine: '', device: '', threads: 1};

function events(...bodies: readonly RunEventBody[]): RunEvent[] {
  return bodies.map((body, seq) => ({seq, at: '2024-01-01T00:00:00.000Z', ...body}));
}

const started = (attempt: number): RunEventBody => ({type: 'started', attempt, environment});
const ended = (status: EndStatus, code?: string, seconds = 10): RunEventBody => ({type: 'ended', status, seconds, ...code !== undefined && {problem: {code, message: ''}}});

test('a run without events, or whose last attempt was interrupted, is trained', t => {
  t.deepEqual(judgeEvents([], {maxRestarts: 2}), {kind: 'train', attempt: 1, restarts: 0, memoryEnds: 0, spent: 0});
  t.deepEqual(judgeEvents(events(started(1), ended('interrupted')), {maxRestarts: 0}), {kind: 'train', attempt: 2, restarts: 0, memoryEnds: 0, spent: 10});
  t.like(judgeEvents(events(started(1)), {maxRestarts: 0}), {kind: 'train', attempt: 2});
});

test('done, failed, timed out and cancelled are results', t => {
  for (const end of [ended('done'), ended('failed', 'loss-not-finite'), ended('timed-out', 'run-timed-out'), ended('cancelled', 'run-cancelled'), ended('failed', 'internal')]) {
    t.like(judgeEvents(events(started(1), end), {maxRestarts: 5}), {kind: 'result', ended: end, attempt: 1});
  }
});

test('what can pass is tried again as often as it may, counted since the run was last put back', t => {
  const killed = [started(1), ended('failed', 'worker-killed')] as const;
  t.like(judgeEvents(events(...killed), {maxRestarts: 1}), {kind: 'train', restarts: 1});
  t.like(judgeEvents(events(...killed), {maxRestarts: 0}), {kind: 'result'});
  const twice = [...killed, started(2), ended('timed-out', 'worker-hung')];
  t.like(judgeEvents(events(...twice), {maxRestarts: 1}), {kind: 'result', attempt: 2});
  t.deepEqual(judgeEvents(events(...twice, {type: 'requeued'}), {maxRestarts: 1}), {kind: 'train', attempt: 3, restarts: 0, memoryEnds: 0, spent: 0});
});

test('a run whose time was up goes on once it has more', t => {
  const late = events(started(1), ended('interrupted', undefined, 8), ended('timed-out', 'run-timed-out', 8));
  t.like(judgeEvents(late, {maxRestarts: 2}), {kind: 'result'});
  t.like(judgeEvents(late, {maxRestarts: 2, timeout: 8.5}), {kind: 'result'});
  t.like(judgeEvents(late, {maxRestarts: 2, timeout: 12}), {kind: 'train', attempt: 2, restarts: 0, spent: 8});
  t.like(judgeEvents(late, {maxRestarts: 2, timeout: Number.POSITIVE_INFINITY}), {kind: 'train'});
});

test('of what worker and host said of one attempt the last counts, once', t => {
  const both = events(started(1), ended('interrupted'), ended('failed', 'worker-killed'), started(2), ended('interrupted', undefined, 5));
  t.like(judgeEvents(both, {maxRestarts: 3}), {kind: 'train', attempt: 3, restarts: 1, spent: 15});
});

test('a worker that is killed before it tells that it began counts each time', t => {
  const killed = ended('failed', 'worker-killed');
  t.like(judgeEvents(events(killed, killed), {maxRestarts: 2}), {kind: 'train', attempt: 1, restarts: 2});
  t.like(judgeEvents(events(killed, killed, killed), {maxRestarts: 2}), {kind: 'result'});
});

test('pauses double, up to a minute', t => {
  t.deepEqual([1, 2, 3, 7, 100].map(restart => pauseBefore(restart)), [1000, 2000, 4000, 60_000, 60_000]);
});
