import {chmodSync, mkdirSync, readlinkSync, rmSync, symlinkSync} from 'node:fs';
import path from 'node:path';

const target = '../../bin/ablate.js';

/** The link by which `npx ablate` in the clone runs this project's own command, and asks no registry for another. */
export const linkCommand = {
  isDone(root) {
    try {
      return readlinkSync(path.join(root, 'node_modules/.bin/ablate')) === target;
    } catch {
      return false;
    }
  },
  async run(root) {
    const link = path.join(root, 'node_modules/.bin/ablate');
    mkdirSync(path.dirname(link), {recursive: true});
    rmSync(link, {force: true});
    symlinkSync(target, link);
    chmodSync(path.join(root, 'bin/ablate.js'), 0o755);
  },
};
