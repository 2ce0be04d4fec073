import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';

/** What a set-up left in node_modules about itself: `{lock, modules}`; empty where none did. */
export function readStamp(root) {
  return readJson(path.join(root, stampFile)) ?? {};
}

/** Adds to what stands in the stamp. */
export function writeStamp(root, facts) {
  writeFileSync(path.join(root, stampFile), `${JSON.stringify({...readStamp(root), ...facts})}\n`);
}

/** SHA-256 of package-lock.json. */
export function lockDigest(root) {
  return createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
}

/** A JSON file's content, or undefined where there is none that can be read. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

// In node_modules, so that `npm ci` takes it away with what it speaks of.
const stampFile = 'node_modules/.ablate-setup.json';
