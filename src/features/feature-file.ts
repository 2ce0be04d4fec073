import {Buffer} from 'node:buffer';
import {open, utimes} from 'node:fs/promises';
import path from 'node:path';
import {crc32} from 'node:zlib';
import {floatsOf} from '../files/floats-of.js';
import {makeFolder} from '../files/make-folder.js';
import {readAtMost} from '../files/read-at-most.js';
import {digestBytes, headerBytes, readHeader, recordBytesOf, writeHeader} from './record-layout.js';

/**
The features of photos from one source, in a file of records that is only ever appended to: a photo's SHA-256, a checksum, its
values, float32. A record that was cut off, or that a power failure spoilt, is not there. One process appends at a time, which the
caller sees to, and opens the file anew for it.
*/
export class FeatureFile {
  /** Reads what is there; where there is no such file, nothing is. */
  static async open(file: string): Promise<FeatureFile> {
    return new FeatureFile(file, await readIfThere(file));
  }

  readonly #file: string;
  readonly #values = new Map<string, Float32Array>();
  #width: number;
  /** Up to the end of the last whole record. */
  #wholeBytes = 0;

  private constructor(file: string, bytes: Buffer) {
    this.#file = file;
    this.#width = readHeader(bytes) ?? 0;
    if (this.#width > 0) {
      this.#wholeBytes = this.#readRecords(bytes);
    }
  }

  /** How many values a photo has; 0 while there is none. */
  get width(): number {
    return this.#width;
  }

  has(digest: string): boolean {
    return this.#values.has(digest);
  }

  /** Appends photos' features, `[digests, width]`; they are on disk when it returns. */
  async append(digests: readonly string[], values: Float32Array): Promise<void> {
    await makeFolder(path.dirname(this.#file));
    const width = values.length / digests.length;
    if (width !== this.#width) {
      this.#beginAnew(width);
    }

    const records = digests.flatMap((digest, index) => this.#add(digest, values.slice(index * this.#width, (index + 1) * this.#width)));
    const bytes = Buffer.concat([...this.#wholeBytes === 0 ? [writeHeader(this.#width)] : [], ...records]);
    const handle = await open(this.#file, 'a');
    try {
      // Takes away what was cut off.
      await handle.truncate(this.#wholeBytes);
      await handle.writeFile(bytes);
      await handle.datasync();
    } finally {
      await handle.close();
    }

    this.#wholeBytes += bytes.length;
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

  /** What was there has a header that is not the source's: somebody spoilt it, and every record with it. */
  #beginAnew(width: number): void {
    this.#values.clear();
    this.#width = width;
    this.#wholeBytes = 0;
  }

  #readRecords(bytes: Buffer): number {
    const recordBytes = recordBytesOf(this.#width);
    let start = headerBytes;
    for (; start + recordBytes <= bytes.length; start += recordBytes) {
      const values = bytes.subarray(start + digestBytes + 4, start + recordBytes);
      if (crc32(values) === bytes.readUInt32LE(start + digestBytes)) {
        this.#values.set(bytes.toString('hex', start, start + digestBytes), floatsOf(values));
      }
    }

    return start;
  }

  #add(digest: string, row: Float32Array): Buffer[] {
    this.#values.set(digest, row);
    const values = Buffer.from(row.buffer);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE(crc32(values));
    return [Buffer.from(digest, 'hex'), checksum, values];
  }
}

async function readIfThere(file: string): Promise<Buffer> {
  try {
    return await readAtMost(file, Infinity);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return Buffer.alloc(0);
    }

    throw error;
  }
}
