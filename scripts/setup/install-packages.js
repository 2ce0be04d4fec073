import path from 'node:path';
import {npm, runTool} from './run-tool.js';
import {lockDigest, readJson, readStamp, writeStamp} from './stamp.js';

/** `npm ci`, when node_modules is not what package-lock.json says. No package's install script is run (.npmrc). */
export const installPackages = {
  isDone: root => readStamp(root).lock === lockDigest(root),
  async run(root) {
    if (!matchesLock(root)) {
      await runTool('npm ci', [...npm(), 'ci', '--no-audit', '--no-fund'], {cwd: root});
    }

    writeStamp(root, {lock: lockDigest(root)});
  },
};

// Somebody may have run npm by hand: npm notes in node_modules what it installed.
function matchesLock(root) {
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages ?? {};
  const installed = readJson(path.join(root, 'node_modules/.package-lock.json'))?.packages;
  return installed !== undefined && Object.entries(wanted).every(([name, {version, optional, peer}]) =>
    name === '' || (installed[name] ? installed[name].version === version : optional || peer));
}
