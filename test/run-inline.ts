import {Buffer} from 'node:buffer';
import {spawn} from 'node:child_process';
import {mkdir, mkdtemp, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import Database from 'better-sqlite3';
import sharp from 'sharp';
import {cliFile} from './cli-file.js';

/** What a call of the real command line gave. */
export type Finished = {readonly code: number | null; readonly stdout: string; readonly stderr: string};

/** A call of the command line that goes on. */
export type Started = {
  readonly finished: Promise<Finished>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Reads its output no longer. */
  readonly hangUp: () => void;
  /** Waits until its output matches; rejects where it ends before. */
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>;
};

/** A temporary folder of experiment files, and the real command line in it. */
export class Inline {
  static async create(files: Readonly<Record<string, string>>): Promise<Inline> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-test-'));
    const inline = new Inline(folder);
    for (const [name, text] of Object.entries(files)) {
      await inline.write(name, text);
    }

    return inline;
  }

  readonly folder: string;
  readonly #env: Readonly<Record<string, string>>;

  constructor(folder: string, env: Readonly<Record<string, string>> = {}) {
    this.folder = folder;
    this.#env = env;
  }

  /** The same folder, and a command line with these environment variables. */
  with(env: Readonly<Record<string, string>>): Inline {
    return new Inline(this.folder, env);
  }

  async write(name: string, text: string): Promise<void> {
    const file = path.join(this.folder, name);
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(file, text);
  }

  /** Rows of the database of its runs. */
  query(sql: string): unknown[] {
    const database = new Database(path.join(this.folder, 'runs/ablate.db'), {readonly: true});
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  }

  /** Runs `ablate` with these arguments to its end. */
  async ablate(...args: string[]): Promise<Finished> {
    return this.start(...args).finished;
  }

  /** Starts `ablate`; its process is there to be killed, or its output to be read no longer. */
  start(...args: string[]): Started {
    const child = spawn(process.execPath, [cliFile, ...args], {cwd: this.folder, env: {...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ABLATE_RUNS: undefined, ...this.#env}});
    const output = {stdout: '', stderr: ''};
    child.stdout.on('data', chunk => {
      output.stdout += String(chunk);
    });
    child.stderr.on('data', chunk => {
      output.stderr += String(chunk);
    });
    return {
      finished: new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('close', code => {
          resolve({code, ...output});
        });
      }),
      kill(signal) {
        child.kill(signal);
      },
      async said(pattern) {
        return new Promise((resolve, reject) => {
          const look = () => {
            const found = pattern.exec(output.stdout);
            if (found) {
              resolve(found);
            }
          };

          look();
          child.stdout.on('data', look);
          child.once('close', () => {
            reject(new Error(`it ended without having said ${String(pattern)}: ${output.stdout}${output.stderr}`));
          });
        });
      },
      hangUp() {
        child.stdout.destroy();
      },
    };
  }
}

/** Draws `perClass` pictures of each of three classes (a colour each, with seeded noise) under `folder/photos`. */
export async function makePhotos(folder: string, {perClass = 10, size = 12}: {perClass?: number; size?: number} = {}): Promise<void> {
  const classes = {blue: [40, 60, 200], green: [40, 180, 60], red: [200, 50, 40]};
  for (const [name, colour] of Object.entries(classes)) {
    await mkdir(path.join(folder, 'photos', name), {recursive: true});
    for (let index = 0; index < perClass; index++) {
      const noise = (at: number) => (((at * 7919) + (index * 104_729)) % 61) - 30;
      const raw = Buffer.from(Array.from({length: size * size * 3}, (_, at) => Math.max(0, Math.min(255, colour[at % 3]! + noise(at)))));
      await sharp(raw, {raw: {width: size, height: size, channels: 3}}).png().toFile(path.join(folder, 'photos', name, `${name}${index}.png`));
    }
  }
}

/** A root file that trains in a second or two on `makePhotos`. */
export const tinyExperiment = `
dataset: {path: ./photos}
image_size: 12
split: {validation: 0.3}
model:
  layers:
    - conv2d: {filters: 4, activation: relu}
    - max_pooling2d
    - flatten
    - dense: {units: classes, activation: softmax}
optimizer: {name: adam, learning_rate: 0.01}
epochs: 3
batch_size: 8
`;
