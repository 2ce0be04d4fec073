import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {workersOf} from './processes.js';
import type {SweepPlace} from './world.js';

type Line = {readonly kind?: string; readonly progress?: {readonly phase: string}; readonly event?: {readonly type: string}};

/** One life of `ablate run`, in a group of processes of its own, as a terminal gives it. */
export class Host {
  /** When it was started, and when it was heard last, in milliseconds. */
  readonly startedAt = performance.now();
  heardAt = this.startedAt;
  /** When something was trained for the first time. */
  trainingAt = Number.POSITIVE_INFINITY;
  stderr = '';
  readonly exited: Promise<void>;
  readonly #child: ChildProcess;

  constructor(place: SweepPlace) {
    const {file, args, options} = place.call('run', 'rows', '--slots', '2', '--threads', '1', '--checkpoint-minutes', '0', '--json');
    this.#child = spawn(file, args, {...options, detached: true, stdio: ['ignore', 'pipe', 'pipe']});
    this.exited = this.#follow();
  }

  get pid(): number {
    return this.#child.pid!;
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  get code(): number | null {
    return this.#child.exitCode;
  }

  get signal(): NodeJS.Signals | null {
    return this.#child.signalCode;
  }

  get workers(): readonly number[] {
    return workersOf(this.pid);
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async #follow(): Promise<void> {
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
      this.heardAt = performance.now();
    });
    createInterface(this.#child.stdout!).on('line', line => {
      this.#hear(line);
    });
    await once(this.#child, 'close');
  }

  #hear(line: string): void {
    this.heardAt = performance.now();
    if (this.trainingAt > this.heardAt && isTraining(line)) {
      this.trainingAt = this.heardAt;
    }
  }
}

function isTraining(line: string): boolean {
  try {
    const {progress, event} = JSON.parse(line) as Line;
    return progress?.phase === 'training' || progress?.phase === 'validating' || event?.type === 'epoch';
  } catch {
    // A line that was cut off by its writer's death.
    return false;
  }
}
