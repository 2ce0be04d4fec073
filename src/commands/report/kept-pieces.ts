import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {replaceFile} from '../../files/replace-file.js';
import type {KeepPiece} from '../../report/page/draw-pieces.js';

type Kept = Readonly<Record<string, string | null>>;

// What is drawn by, from build/src/commands/report/: own programs, and by their versions, which are fixed there, those of others.
const programs = [new URL('../../report/plots/', import.meta.url), new URL('../../report/', import.meta.url)];
const versions = new URL('../../../../package.json', import.meta.url);

/** Drawings by the digest of what they show and of the programs that draw: in one file, that holds no more than the last report wanted. */
export class KeptPieces {
  /** A file that is lost or damaged costs time alone. */
  static async open(file: string): Promise<KeptPieces> {
    return new KeptPieces(file, await readKept(file));
  }

  readonly #file: string;
  readonly #old: Kept;
  readonly #used: Record<string, string | null> = {};
  readonly #programs = programsDigest();

  private constructor(file: string, old: Kept) {
    this.#file = file;
    this.#old = old;
  }

  readonly keep: KeepPiece = async (kind, values, draw) => {
    const key = createHash('sha256').update(this.#programs).update(JSON.stringify([kind, values])).digest('hex').slice(0, 32);
    const known = this.#old[key];
    const piece = known === undefined ? await draw() ?? null : known;
    this.#used[key] = piece;
    return piece ?? undefined;
  };

  /** For the next report of the same process: it holds what this one wanted. */
  next(): KeptPieces {
    return new KeptPieces(this.#file, this.#used);
  }

  /** Where that cannot be done the next report takes longer: this one is written all the same. */
  async save(): Promise<void> {
    const isSame = Object.keys(this.#used).length === Object.keys(this.#old).length && Object.keys(this.#used).every(key => key in this.#old);
    if (!isSame) {
      await replaceFile(this.#file, JSON.stringify(this.#used)).catch(() => undefined);
    }
  }
}

async function readKept(file: string): Promise<Kept> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as unknown;
    const isSound = typeof kept === 'object' && kept !== null && Object.values(kept).every(piece => piece === null || typeof piece === 'string');
    return isSound ? kept as Kept : {};
  } catch {
    return {};
  }
}

function programsDigest(): string {
  const hash = createHash('sha256').update(readFileSync(versions));
  for (const folder of programs) {
    for (const name of readdirSync(folder).filter(each => each.endsWith('.js')).toSorted()) {
      hash.update(name).update(readFileSync(new URL(name, folder)));
    }
  }

  return hash.digest('hex');
}
