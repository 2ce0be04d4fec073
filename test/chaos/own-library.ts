import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {compilePreload} from './preload.js';

/** The library for a test that needs no more of the chaos, there as long as this process is; undefined where there can be none. */
export function ownLibrary(): string | undefined {
  if (process.platform !== 'linux') {
    return undefined;
  }

  const folder = mkdtempSync(path.join(os.tmpdir(), 'ablate-library-'));
  process.once('exit', () => {
    rmSync(folder, {recursive: true, force: true});
  });
  const preload = compilePreload(folder);
  return 'library' in preload ? preload.library : undefined;
}
