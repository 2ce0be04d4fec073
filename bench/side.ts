import {type ChildProcessByStdio, spawn} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import type {Readable, Writable} from 'node:stream';
import {fileURLToPath} from 'node:url';
import type {Engine} from '../src/domain/device.js';
import {engineEnvironment} from '../src/engine/engine-environment.js';
import {processor, root, threads} from './machine.js';
import type {Task} from './task.js';

/** One of those that are compared: what it is called, and the command and environment of its processes. */
export type Side = {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env: NodeJS.ProcessEnv;
};

/** ablate, in the environment that its workers get. */
export function ablateSide(engine: Engine): Side {
  const env = plainEnvironment();
  return {
    name: 'ablate',
    command: [process.execPath, fileURLToPath(new URL('ablate/entry.js', import.meta.url)), JSON.stringify(engine)],
    env: {...env, ...engineEnvironment(engine, processor, threads, env)},
  };
}

/** Keras, with these variables on top of the environment of this shell. */
export function kerasSide(name: string, python: string, variables: Readonly<Record<string, string>> = {}): Side {
  return {name, command: [python, '-B', path.join(root, 'bench/keras/entry.py')], env: {...plainEnvironment(), ...variables}};
}

/** This shell's environment without what it sets for TensorFlow and the C library: that would make another side of either. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(TF|MALLOC|OMP|KMP)_|^GLIBC_TUNABLES$/v.test(name)));
}

/** A process of a side, which waits between its turns. Throws, with what it printed, where it ends before it was asked to. */
export class SideProcess {
  /** Ready for its first turn: started, warmed up. */
  static async start(side: Side, task: Task): Promise<SideProcess> {
    const started = new SideProcess(side);
    await started.#ask(task);
    return started;
  }

  readonly #side: Side;
  readonly #process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #answers: AsyncIterator<string>;
  #printed = '';

  private constructor(side: Side) {
    const [program, ...args] = side.command;
    this.#side = side;
    this.#process = spawn(program, args, {env: side.env, cwd: root, stdio: ['pipe', 'pipe', 'pipe']});
    this.#answers = createInterface({input: this.#process.stdout})[Symbol.asyncIterator]();
    this.#process.on('error', error => {
      this.#printed += error.message;
    });
    // Its end is noticed by the answer that does not come.
    this.#process.stdin.on('error', () => undefined);
    this.#process.stderr.setEncoding('utf8').on('data', text => {
      this.#printed = `${this.#printed}${text}`.slice(-4000);
    });
  }

  /** Does its task once more and gives what it measured. */
  async turn(): Promise<readonly number[]> {
    return this.#ask('turn');
  }

  async close(): Promise<void> {
    const ended = new Promise(resolve => {
      this.#process.once('close', resolve);
    });
    this.#process.stdin.end();
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      await ended;
    }
  }

  async #ask(what: unknown): Promise<readonly number[]> {
    this.#process.stdin.write(`${JSON.stringify(what)}\n`);
    const {value, done} = await this.#answers.next();
    if (done) {
      throw new Error(`${this.#side.name} ended before it had answered:\n${this.#printed}`);
    }

    return JSON.parse(value) as readonly number[];
  }
}
