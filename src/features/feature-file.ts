import {Buffer} from 'node:buffer';
import {mkdir, open, readFile, truncate, utimes} from 'node:fs/promises';
import path from 'node:path';

/**
The features of photos from one source, in a file of records that is only ever appended to: a photo's SHA-256, then its values,
float32. A record that was cut off half-way is not there. One process appends at a time, which the caller sees to.
*/
export class FeatureFile {
  /** Reads what is there; `width` is the number of values of a photo. */
  static async open(file: string, width: number): Promise<FeatureFile> {
    return new FeatureFile(file, width, await readIfThere(file));
  }

  readonly #file: string;
  readonly #width: number;
  readonly #recordBytes: number;
  readonly #values = new Map<string, Float32Array>();
  #wholeBytes: number;
  #isTorn: boolean;

  private constructor(file: string, width: number, bytes: Buffer) {
    this.#file = file;
    this.#width = width;
    this.#recordBytes = recordBytesOf(width);
    this.#wholeBytes = bytes.length - (bytes.length % this.#recordBytes);
    this.#isTorn = this.#wholeBytes < bytes.length;
    for (let start = 0; start < this.#wholeBytes; start += this.#recordBytes) {
      const digest = bytes.toString('hex', start, start + digestBytes);
      // A copy of its own begins at an address that 32-bit values can be read from.
      const values = Uint8Array.from(bytes.subarray(start + digestBytes, start + this.#recordBytes));
      this.#values.set(digest, new Float32Array(values.buffer));
    }
  }

  /** How many values a photo has. */
  get width(): number {
    return this.#width;
  }

  has(digest: string): boolean {
    return this.#values.has(digest);
  }

  /** Appends photos' features, `[digests, width]`; they are on disk when it returns. */
  async append(digests: readonly string[], values: Float32Array): Promise<void> {
    await mkdir(path.dirname(this.#file), {recursive: true});
    if (this.#isTorn) {
      await truncate(this.#file, this.#wholeBytes);
      this.#isTorn = false;
    }

    const records = digests.flatMap((digest, index) => {
      const row = values.slice(index * this.#width, (index + 1) * this.#width);
      this.#values.set(digest, row);
      return [Buffer.from(digest, 'hex'), Buffer.from(row.buffer)];
    });
    const handle = await open(this.#file, 'a');
    try {
      await handle.writeFile(Buffer.concat(records));
      await handle.datasync();
    } finally {
      await handle.close();
    }

    this.#wholeBytes += digests.length * this.#recordBytes;
  }

  /** The values of photos in the given order, of each those in `columns`, ranges of `[start, end)`: `[digests, columns]`. */
  take(digests: readonly string[], columns: ReadonlyArray<readonly [start: number, end: number]>): Float32Array {
    const width = columns.reduce((sum, [start, end]) => sum + end - start, 0);
    const taken = new Float32Array(digests.length * width);
    let place = 0;
    for (const digest of digests) {
      const values = this.#values.get(digest)!;
      for (const [start, end] of columns) {
        taken.set(values.subarray(start, end), place);
        place += end - start;
      }
    }

    return taken;
  }

  /** Says by the file's time that somebody still uses it. */
  async touch(): Promise<void> {
    const now = new Date();
    // A read-only cache can be used all the same.
    await utimes(this.#file, now, now).catch(() => undefined);
  }
}

/** What a record begins with: the photo's SHA-256. */
export const digestBytes = 32;

/** The length of a record of so many values. */
export function recordBytesOf(width: number): number {
  return digestBytes + (width * 4);
}

async function readIfThere(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return Buffer.alloc(0);
    }

    throw error;
  }
}
