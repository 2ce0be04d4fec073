import {mkdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {cacheFolder} from '../../src/engine/cache-folder.js';
import {makePhotos} from '../run-inline.js';
import {Control} from './control.js';
import {compilePreload, type Preload} from './preload.js';

const command = fileURLToPath(new URL('../../../bin/ablate.js', import.meta.url));

/** A sweep's files, and the folders that it is run in again and again. */
export class World {
  static async create(folder: string, rows: Readonly<Record<string, string>>): Promise<World> {
    mkdirSync(path.join(folder, 'rows'), {recursive: true});
    for (const [name, text] of Object.entries(rows)) {
      writeFileSync(path.join(folder, 'rows', name), text);
    }

    await makePhotos(folder);
    return new World(folder, compilePreload(folder));
  }

  readonly folder: string;
  readonly preload: Preload;

  private constructor(folder: string, preload: Preload) {
    this.folder = folder;
    this.preload = preload;
  }

  /** Somewhere that nothing was run in yet. */
  place(name: string): SweepPlace {
    return new SweepPlace(this, path.join(this.folder, name));
  }
}

/** What is started, and how. */
export type Call = {readonly file: string; readonly args: string[]; readonly options: {readonly cwd: string; readonly env: NodeJS.ProcessEnv}};

/** A runs folder and a cache of its own, and how the real command line is called there. */
export class SweepPlace {
  readonly folder: string;
  readonly runs: string;
  /** Undefined where no library can be loaded into processes. */
  readonly control: Control | undefined;
  readonly #world: World;

  constructor(world: World, folder: string) {
    this.#world = world;
    this.folder = folder;
    this.runs = path.join(folder, 'runs');
    const cache = path.join(folder, 'cache');
    mkdirSync(cache, {recursive: true});
    // What is decoded and looked at is this sweep's own; TensorFlow is everybody's.
    symlinkSync(path.join(cacheFolder(), 'engine'), path.join(cache, 'engine'));
    this.control = 'library' in world.preload ? new Control(path.join(folder, 'control')) : undefined;
  }

  /** Arguments of Node, and all else, for a call of the command line. */
  call(...args: string[]): Call {
    const {preload, folder} = this.#world;
    const env = {
      ...process.env,
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      ABLATE_RUNS: this.runs,
      ABLATE_CACHE: path.join(this.folder, 'cache'),
      CHAOS_ROOT: this.folder,
      ...this.control && 'library' in preload && this.control.environment(preload.library, this.folder),
    };
    return {file: process.execPath, args: [command, ...args], options: {cwd: folder, env}};
  }

  remove(): void {
    this.control?.close();
    rmSync(this.folder, {recursive: true, force: true});
  }
}
