import {type ChildProcess, fork} from 'node:child_process';
import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import process from 'node:process';
import {setTimeout as wait} from 'node:timers/promises';
import type {HostMessage, RunOrder, WorkerMessage} from '../protocol/messages.js';
import {RunFolder} from '../protocol/run-folder.js';
import {countOomKills} from './count-oom-kills.js';
import type {WorkerExit} from './explain-exit.js';
import type {QueueOptions} from './queue-options.js';

/** Where a worker's messages go, and who wants to know its process number. */
export type WorkerWatcher = {
  readonly onStart: (pid: number) => void;
  readonly onMessage: (message: WorkerMessage) => void;
};

/** Trains one run in a child process and waits for its end, which is never an exception. */
export async function hostWorker(order: RunOrder, options: QueueOptions, watcher: WorkerWatcher): Promise<WorkerExit> {
  const folder = RunFolder.at(order.folder);
  const startedAt = Date.now();
  const oomKillsBefore = countOomKills();
  const printedFrom = openLog(folder.log, order);
  const worker = forkWorker(order, options, folder.log);
  const shepherd = new Shepherd(worker, options);
  if (worker.pid !== undefined) {
    watcher.onStart(worker.pid);
  }

  worker.on('message', message => {
    shepherd.hear();
    watcher.onMessage(message as WorkerMessage);
  });
  send(worker, {type: 'run', order});
  const end = await waitForEnd(worker);
  const {stopped, silentMs} = shepherd;
  await hearOut(worker);
  shepherd.leave();
  return {
    ...end,
    stopped,
    silentMs,
    oomKilled: (countOomKills() ?? 0) > (oomKillsBefore ?? 0),
    printed: readTail(folder.log, printedFrom),
    seconds: (Date.now() - startedAt) / 1000,
  };
}

/** Passes the two stages of a stop on to a worker, and ends one that says nothing for too long. */
class Shepherd {
  stopped = false;
  silentMs: number | undefined;
  readonly #worker: ChildProcess;
  readonly #options: QueueOptions;
  #silence: NodeJS.Timeout | undefined;
  #grace: NodeJS.Timeout | undefined;

  constructor(worker: ChildProcess, options: QueueOptions) {
    this.#worker = worker;
    this.#options = options;
    const {soft, hard} = options.stop ?? {};
    soft?.addEventListener('abort', this.#askToStop);
    hard?.addEventListener('abort', this.#kill);
    this.hear();
    if (hard?.aborted) {
      this.#kill();
    } else if (soft?.aborted) {
      this.#askToStop();
    }
  }

  hear(): void {
    const {hungAfterMs} = this.#options;
    clearTimeout(this.#silence);
    if (hungAfterMs !== undefined) {
      this.#silence = setTimeout(() => {
        this.silentMs = hungAfterMs;
        this.#worker.kill('SIGKILL');
      }, hungAfterMs);
    }
  }

  leave(): void {
    this.#options.stop?.soft.removeEventListener('abort', this.#askToStop);
    this.#options.stop?.hard.removeEventListener('abort', this.#kill);
    clearTimeout(this.#silence);
    clearTimeout(this.#grace);
  }

  readonly #askToStop = () => {
    this.stopped = true;
    send(this.#worker, {type: 'stop'});
    this.#grace = setTimeout(this.#kill, this.#options.stopGraceMs ?? defaultStopGraceMs);
  };

  readonly #kill = () => {
    this.stopped = true;
    this.#worker.kill('SIGKILL');
  };
}

const defaultStopGraceMs = 120_000;

function forkWorker(order: RunOrder, options: QueueOptions, logFile: string): ChildProcess {
  const log = fs.openSync(logFile, 'a');
  try {
    return fork(options.workerEntry, [], {
      // A process group of its own: Ctrl-C in the terminal goes to the host alone, which asks the worker to stop.
      detached: true,
      env: {...process.env, ...options.environment(order.device)},
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', log, log, 'ipc'],
    });
  } finally {
    fs.closeSync(log);
  }
}

/** A message to a worker that died meanwhile is lost without harm: its end says all. */
function send(worker: ChildProcess, message: HostMessage): void {
  if (worker.connected) {
    worker.send(message, () => undefined);
  }
}

async function waitForEnd(worker: ChildProcess): Promise<Pick<WorkerExit, 'code' | 'signal' | 'failure'>> {
  return new Promise(resolve => {
    worker.once('exit', (code, signal) => {
      resolve({code, signal});
    });
    worker.on('error', failure => {
      if (worker.pid === undefined) {
        resolve({code: null, signal: null, failure});
      }
    });
  });
}

/** Waits for the messages of an ended worker that are still on their way. Without them its events file says as much. */
async function hearOut(worker: ChildProcess): Promise<void> {
  if (worker.connected) {
    const disconnected = new Promise(resolve => {
      worker.once('disconnect', resolve);
    });
    await Promise.race([disconnected, wait(hearOutMs, undefined, {ref: false})]);
  }

  worker.removeAllListeners('message');
}

const hearOutMs = 1000;

/** Heads what this attempt will print; gives where in the file that begins. */
function openLog(file: string, {attempt, device, threads}: RunOrder): number {
  fs.appendFileSync(file, `--- attempt ${attempt}, ${new Date().toISOString()}, ${device.name}, ${threads} ${threads === 1 ? 'thread' : 'threads'}\n`);
  return fs.statSync(file).size;
}

const tailBytes = 4096;

function readTail(file: string, from: number): string {
  const log = fs.openSync(file, 'r');
  try {
    const {size} = fs.fstatSync(log);
    const start = Math.max(from, size - tailBytes);
    const bytes = Buffer.alloc(Math.max(0, size - start));
    return bytes.toString('utf8', 0, fs.readSync(log, bytes, 0, bytes.length, start));
  } finally {
    fs.closeSync(log);
  }
}
