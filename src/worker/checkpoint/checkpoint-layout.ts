import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {setImmediate} from 'node:timers/promises';
import {floatsOf} from '../../files/floats-of.js';

// A file of a checkpoint: magic word, layout version, length of the text, SHA-256 of all that follows, the text, the arrays.
const magic = 'ablate-c';
const layoutVersion = 1;
const digestStart = magic.length + 8;
const textStart = digestStart + 32;

/** What a checkpoint is made of: facts, as JSON, and arrays of float32, little-endian on disk. */
export type CheckpointContent<Facts> = {
  readonly facts: Facts;
  readonly arrays: readonly Float32Array[];
};

/** The pieces of the file, one after another. Between two of them others get their turn: hashes of many megabytes take a while. */
export async function packCheckpoint({facts, arrays}: CheckpointContent<object>): Promise<Uint8Array[]> {
  const text = Buffer.from(JSON.stringify({lengths: arrays.map(({length}) => length), facts}));
  const pieces = [text, ...arrays.map(array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength))];
  const hash = createHash('sha256');
  for (const piece of pieces) {
    hash.update(piece);
    await setImmediate();
  }

  const head = Buffer.alloc(digestStart);
  head.write(magic, 'latin1');
  head.writeUInt32LE(layoutVersion, magic.length);
  head.writeUInt32LE(text.length, magic.length + 4);
  return [head, hash.digest(), ...pieces];
}

/** What `packCheckpoint` packed. Throws an Error that says in words what is wrong with the file. */
export function unpackCheckpoint<Facts>(bytes: Buffer): CheckpointContent<Facts> {
  if (bytes.length < textStart || bytes.toString('latin1', 0, magic.length) !== magic) {
    throw new Error('does not begin as a checkpoint');
  }

  const version = bytes.readUInt32LE(magic.length);
  if (version !== layoutVersion) {
    throw new Error(`has layout ${version}, and this ablate reads ${layoutVersion}`);
  }

  if (!createHash('sha256').update(bytes.subarray(textStart)).digest().equals(bytes.subarray(digestStart, textStart))) {
    throw new Error('is damaged: its checksum does not match');
  }

  const arraysStart = textStart + bytes.readUInt32LE(magic.length + 4);
  const {lengths, facts} = JSON.parse(bytes.toString('utf8', textStart, arraysStart)) as {lengths: number[]; facts: Facts};
  let start = arraysStart;
  const arrays = lengths.map(length => {
    const array = floatsOf(bytes.subarray(start, start + (length * 4)));
    start += length * 4;
    return array;
  });
  return {facts, arrays};
}
