import fs from 'node:fs';
import {readdir, readFile, rm} from 'node:fs/promises';
import path from 'node:path';
import {makeFolderSync} from '../../files/make-folder.js';
import {removeUnfinished} from '../../files/remove-unfinished.js';
import {replaceFile} from '../../files/replace-file.js';
import {syncFolder} from '../../files/sync-folder.js';
import type {RunFolder} from '../../protocol/run-folder.js';
import {packCheckpoint, unpackCheckpoint} from './checkpoint-layout.js';
import type {RunCheckpoint} from './run-checkpoint.js';

/** The checkpoints of a run: the newest, and the one before it, which stays until the next one is on disk. */
export class CheckpointFolder {
  readonly #folder: RunFolder;

  constructor(folder: RunFolder) {
    this.#folder = folder;
  }

  /** The numbers of those that are there, the newest first. What a killed writer left unfinished is taken away. */
  async list(): Promise<number[]> {
    await removeUnfinished(this.#folder.checkpoints);
    const names = await readdir(this.#folder.checkpoints).catch(() => []);
    return names.filter(name => /^\d+\.ckpt$/v.test(name)).map(name => Number.parseInt(name, 10)).toSorted((one, other) => other - one);
  }

  /** Throws an Error that says in words what is wrong with it. */
  async read(number: number): Promise<RunCheckpoint> {
    return unpackCheckpoint(await readFile(this.#folder.checkpoint(number)));
  }

  /** Links the best model's weights, which a later epoch may replace, to be found with checkpoints that were taken now. */
  holdBest(sha256: string): void {
    makeFolderSync(this.#folder.checkpoints);
    const weights = path.join(this.#folder.best, 'weights.bin');
    const held = this.#folder.bestOfCheckpoint(sha256);
    if (fs.existsSync(held)) {
      return;
    }

    try {
      fs.linkSync(weights, held);
    } catch {
      // A file system without links. Aside first: half a copy must not be taken for it.
      fs.copyFileSync(weights, `${held}.part`);
      fs.renameSync(`${held}.part`, held);
    }
  }

  /** Writes the next one aside, puts it on disk and renames it; then lets go of what is older than the one before. */
  async write(checkpoint: RunCheckpoint): Promise<void> {
    const [newest = 0, ...older] = await this.list();
    await replaceFile(this.#folder.checkpoint(newest + 1), await packCheckpoint(checkpoint));
    await syncFolder(this.#folder.checkpoints);
    // The folder itself may be new.
    await syncFolder(this.#folder.path);
    for (const number of older) {
      await this.drop(number);
    }
  }

  async drop(number: number): Promise<void> {
    await rm(this.#folder.checkpoint(number), {force: true});
  }

  /** Lets go of best models but for these. */
  async dropBestBut(kept: readonly string[]): Promise<void> {
    const files = new Set(kept.map(sha256 => this.#folder.bestOfCheckpoint(sha256)));
    for (const name of await readdir(this.#folder.checkpoints)) {
      const file = path.join(this.#folder.checkpoints, name);
      if (name.startsWith('best-') && !files.has(file)) {
        await rm(file, {force: true});
      }
    }
  }
}
