import {type ChildProcess, fork} from 'node:child_process';
import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import process from 'node:process';
import {setTimeout as wait} from 'node:timers/promises';
import type {Engine} from '../domain/device.js';
import type {HostMessage, RunOrder, WorkerMessage} from '../protocol/messages.js';
import {RunFolder} from '../protocol/run-folder.js';
import {countOomKills} from './count-oom-kills.js';
import type {StopReason, WorkerExit} from './explain-exit.js';
import type {QueueOptions} from './queue-options.js';

type End = Pick<WorkerExit, 'code' | 'signal' | 'failure'>;

/** The child process that trains one run, from its start, which may come before its order, to its end, which is never an exception. */
export class HostedWorker {
  /** Settles once the process is gone. */
  readonly gone: Promise<End>;
  isGone = false;
  readonly #process: ChildProcess;
  readonly #options: QueueOptions;
  #stopped: StopReason | undefined;
  #silentMs: number | undefined;
  #silence: NodeJS.Timeout | undefined;
  #grace: NodeJS.Timeout | undefined;

  /** Starts a process for an order, to whose log it prints. */
  constructor(order: RunOrder, options: QueueOptions) {
    this.#options = options;
    this.#process = forkWorker(order, options);
    this.gone = this.#waitForEnd();
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Lets it load what every run needs, while it waits for its order. */
  warm(engine: Engine): void {
    this.#send({type: 'warm', engine});
  }

  /** Gives it its order and hears it to its end. */
  async carryOut(order: RunOrder, onMessage: (message: WorkerMessage) => void): Promise<WorkerExit> {
    const startedAt = performance.now();
    const oomKillsBefore = countOomKills();
    const {log} = RunFolder.at(order.folder);
    const printedFrom = headLog(log, order);
    this.#hear();
    this.#process.on('message', message => {
      this.#hear();
      onMessage(message as WorkerMessage);
    });
    this.#send({type: 'run', order});
    const end = await this.gone;
    const stopped = this.#stopped;
    await this.#hearOut();
    this.#leave();
    return {
      ...end,
      ...stopped !== undefined && {stopped},
      ...this.#silentMs !== undefined && {silentMs: this.#silentMs},
      oomKilled: (countOomKills() ?? 0) > (oomKillsBefore ?? 0),
      printed: readTail(log, printedFrom),
      seconds: (performance.now() - startedAt) / 1000,
    };
  }

  /** Asks it to end after the step in hand; where it goes on it is killed. */
  stop(reason: StopReason): void {
    if (this.#stopped === undefined && !this.isGone) {
      this.#stopped = reason;
      this.#send({type: 'stop'});
      this.#grace = setTimeout(() => {
        this.#process.kill('SIGKILL');
      }, this.#options.stopGraceMs ?? defaultStopGraceMs);
    }
  }

  kill(reason: StopReason): void {
    if (!this.isGone) {
      // Whoever has lost the run must not write, whatever else was the matter before.
      this.#stopped = reason === 'lost' ? reason : this.#stopped ?? reason;
      this.#process.kill('SIGKILL');
    }
  }

  #hear(): void {
    const {hungAfterMs} = this.#options;
    clearTimeout(this.#silence);
    if (hungAfterMs !== undefined) {
      this.#silence = setTimeout(() => {
        this.#silentMs = hungAfterMs;
        this.#process.kill('SIGKILL');
      }, hungAfterMs);
    }
  }

  #leave(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#grace);
  }

  /** A message to a worker that died meanwhile is lost without harm: its end says all. */
  #send(message: HostMessage): void {
    if (this.#process.connected) {
      this.#process.send(message, () => undefined);
    }
  }

  async #waitForEnd(): Promise<End> {
    const worker = this.#process;
    const end = await new Promise<End>(resolve => {
      worker.once('exit', (code, signal) => {
        resolve({code, signal});
      });
      worker.on('error', failure => {
        if (worker.pid === undefined) {
          resolve({code: null, signal: null, failure});
        }
      });
    });
    this.isGone = true;
    this.#leave();
    return end;
  }

  /** Waits for the messages of an ended worker that are still on their way. Without them its events file says as much. */
  async #hearOut(): Promise<void> {
    const worker = this.#process;
    if (worker.connected) {
      const disconnected = new Promise(resolve => {
        worker.once('disconnect', resolve);
      });
      await Promise.race([disconnected, wait(hearOutMs, undefined, {ref: false})]);
    }

    worker.removeAllListeners('message');
  }
}

const defaultStopGraceMs = 120_000;
const hearOutMs = 1000;

function forkWorker({folder, device, threads}: RunOrder, options: QueueOptions): ChildProcess {
  const log = fs.openSync(RunFolder.at(folder).log, 'a');
  try {
    return fork(options.workerEntry, [], {
      // A process group of its own: Ctrl-C in the terminal goes to the host alone, which asks the worker to stop.
      detached: true,
      env: {...process.env, ...options.environment(device, threads)},
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', log, log, 'ipc'],
    });
  } finally {
    fs.closeSync(log);
  }
}

/** Heads what this attempt will print; gives where in the file that begins. */
function headLog(file: string, {attempt, device, threads}: RunOrder): number {
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
