import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import {errors} from '../errors.js';
import {databaseFile} from './database-file.js';
import {knownVersion} from './migrate.js';

// The header of an SQLite file: its first words, and where `user_version` stands, which is also where damage may be.
const magic = 'SQLite format 3\0';
const versionAt = 60;
const mostLikely = 1000;

/** Throws a UserError where the database is one of a newer ablate, which only that one can make anew. Reads no more than its head. */
export function ensureNotNewer(runsFolder: string): void {
  const file = databaseFile(runsFolder);
  const version = fs.statSync(file, {throwIfNoEntry: false})?.isFile() ? versionInHead(file) : 0;
  if (version > knownVersion && version < mostLikely) {
    throw errors.newerDatabase(file, version, knownVersion);
  }
}

function versionInHead(file: string): number {
  const head = Buffer.alloc(100);
  const descriptor = fs.openSync(file, 'r');
  try {
    const read = fs.readSync(descriptor, head, 0, head.length, 0);
    return read === head.length && head.toString('latin1', 0, magic.length) === magic ? head.readUInt32BE(versionAt) : 0;
  } finally {
    fs.closeSync(descriptor);
  }
}
