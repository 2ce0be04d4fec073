import {Buffer} from 'node:buffer';

// A file of features: the header, then records of digest, checksum and values.
const magic = 'ablate-f';
const layoutVersion = 1;

/** The magic word, the layout's version and the number of values of a record. */
export const headerBytes = magic.length + 8;

/** What a record begins with: the photo's SHA-256. The CRC-32 of its values follows. */
export const digestBytes = 32;

/** The length of a record of so many values. */
export function recordBytesOf(width: number): number {
  return digestBytes + 4 + (width * 4);
}

export function writeHeader(width: number): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.write(magic, 'latin1');
  header.writeUInt32LE(layoutVersion, magic.length);
  header.writeUInt32LE(width, magic.length + 4);
  return header;
}

/** The number of values of a record; undefined where the file does not begin as one of features does. */
export function readHeader(bytes: Buffer): number | undefined {
  const isOne = bytes.length >= headerBytes && bytes.toString('latin1', 0, magic.length) === magic && bytes.readUInt32LE(magic.length) === layoutVersion;
  const width = isOne ? bytes.readUInt32LE(magic.length + 4) : 0;
  return width > 0 ? width : undefined;
}
