import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {setTimeout as wait} from 'node:timers/promises';
import test from 'ava';
import type {RunEvent} from '../../src/domain/run-event.js';
import {readEvents} from '../../src/protocol/read-events.js';
import {RunFolder} from '../../src/protocol/run-folder.js';
import {heldRuns} from '../../src/queue/held-runs.js';
import {planRun} from './fixtures/plan-run.js';
import {fixture, makeFolder} from './fixtures/sweep.js';

const count = 40;
const epochs = 8;
const runs = Array.from({length: count}, (_, seed) => planRun('trains', {seed, epochs}));

function startHost(runsFolder: string): ChildProcess {
  return spawn(process.execPath, [fixture('sharing-host.js'), runsFolder, String(count), String(epochs)], {stdio: ['ignore', 'inherit', 'inherit']});
}

function eventsOf(runsFolder: string, runId: string): readonly RunEvent[] {
  return readEvents(new RunFolder(runsFolder, runId).events).events;
}

/** The workers that have just begun a run, once there are any: most of it is before them, so that who kills one kills it at work. */
async function workersThatBegan(runsFolder: string, hosts: readonly ChildProcess[]): Promise<number[]> {
  let pids: number[] = [];
  while (pids.length === 0 && hosts.some(({exitCode}) => exitCode === null)) {
    await wait(5);
    pids = [...heldRuns(runsFolder)].flatMap(([id, {worker}]) => worker && eventsOf(runsFolder, id).at(-1)?.type === 'started' ? [worker.pid] : []);
  }

  return pids;
}

/** Kills a process, unless it has ended in this instant. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was quicker.
  }
}

test('two hosts share forty runs while hosts and workers are killed, and each run is done once', async t => {
  const runsFolder = makeFolder();
  const hosts = [startHost(runsFolder), startHost(runsFolder)];
  for (let kill = 0; kill < 8; kill++) {
    await wait(100);
    const workers = await workersThatBegan(runsFolder, hosts);
    if (kill % 2 === 0) {
      for (const pid of workers.slice(0, 1)) {
        killIfThere(pid);
      }
    } else {
      const [victim] = hosts.splice(0, 1);
      // On a quick machine all may be done by now.
      if (victim!.exitCode === null) {
        victim!.kill('SIGKILL');
        await once(victim!, 'exit');
      }

      hosts.push(startHost(runsFolder));
    }
  }

  await Promise.all(hosts.map(async host => host.exitCode ?? once(host, 'exit')));
  t.deepEqual(hosts.map(({exitCode}) => exitCode), [0, 0]);
  t.is(heldRuns(runsFolder).size, 0);
  for (const {id} of runs) {
    const events = eventsOf(runsFolder, id);
    t.is(events.filter(event => event.type === 'ended' && event.status === 'done').length, 1, `${id} is done once`);
    t.like(events.at(-1), {type: 'ended', status: 'done'});
    t.deepEqual(events.map(({seq}) => seq), events.map((_, index) => index), 'one writer at a time');
    // Attempts neither overlap nor share a number. A worker that is killed before it could say that it began ends without a beginning.
    const bounds = events.filter(({type}) => type === 'started' || type === 'ended').map(({type}) => type);
    t.false(bounds.some((type, index) => type === 'started' && bounds[index + 1] !== 'ended'), `${id}: ${bounds.join(' ')}`);
    const attempts = events.flatMap(event => event.type === 'started' ? [event.attempt] : []);
    t.deepEqual(attempts, attempts.map((_, index) => index + 1));
  }

  const firstAttempts = runs.filter(({id}) => eventsOf(runsFolder, id).filter(({type}) => type === 'started').length === 1);
  t.true(firstAttempts.length < count, 'somebody was killed at work');
});
