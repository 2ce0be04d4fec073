import {createHash} from 'node:crypto';
import {readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {readPieces} from '../../files/read-at-most.js';
import {replaceFile} from '../../files/replace-file.js';

/** The digests over the bytes of files in order, hexadecimal. Keras lists MD5, and ablate counts on SHA-256. */
export type FilesDigest = {
  readonly sha256: string;
  readonly md5: string;
};

/** A digest, and what the files looked like when they were read. */
type Remembered = FilesDigest & {readonly seen: readonly string[]};

/**
The digests of some files' bytes, one after another. In a cache they are remembered by size and time of change, since a
hundred megabytes take longer to read than a plan may.
*/
export async function digestFiles(files: readonly string[], cache?: string): Promise<FilesDigest> {
  return cache === undefined ? read(files) : remember(files, cache);
}

async function remember(files: readonly string[], cache: string): Promise<FilesDigest> {
  const memory = path.join(cache, 'digests', `weights-${createHash('sha256').update(files.join('\0')).digest('hex').slice(0, 32)}.json`);
  // Before the bytes: a file that changes in between is then read again next time.
  const seen = await Promise.all(files.map(async file => look(file)));
  const known = await recall(memory);
  if (known?.seen.join('\n') === seen.join('\n')) {
    const {sha256, md5} = known;
    return {sha256, md5};
  }

  const digest = await read(files);
  // Without its memory the next call is slower, and no less right.
  await replaceFile(memory, JSON.stringify({...digest, seen} satisfies Remembered)).catch(() => undefined);
  return digest;
}

async function look(file: string): Promise<string> {
  const {size, mtimeNs, ctimeNs} = await stat(file, {bigint: true});
  return `${size} ${mtimeNs} ${ctimeNs}`;
}

async function read(files: readonly string[]): Promise<FilesDigest> {
  const sha256 = createHash('sha256');
  const md5 = createHash('md5');
  for (const file of files) {
    for await (const piece of readPieces(file, Infinity)) {
      sha256.update(piece);
      md5.update(piece);
    }
  }

  return {sha256: sha256.digest('hex'), md5: md5.digest('hex')};
}

async function recall(file: string): Promise<Remembered | undefined> {
  try {
    const {sha256, md5, seen} = JSON.parse(await readFile(file, 'utf8')) as Remembered;
    return /^[\da-f]{64}$/v.test(sha256) && /^[\da-f]{32}$/v.test(md5) && Array.isArray(seen) ? {sha256, md5, seen} : undefined;
  } catch {
    return undefined;
  }
}
