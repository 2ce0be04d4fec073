import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {npm, runTool} from './run-tool.js';
import {SetUpError} from './say.js';
import {readStamp, writeStamp} from './stamp.js';

/** better-sqlite3's own script, the one install script that is wanted: once, and again when Node's binary interface changes. */
export const rebuildAddon = {
  isDone: root => readStamp(root).modules === process.versions.modules,
  async run(root) {
    if (!loads(root, 'better-sqlite3', 'new m(":memory:")').works) {
      await runTool('npm rebuild better-sqlite3 (SQLite; compiled where no ready one can be fetched, in some minutes)', [...npm(), 'rebuild', 'better-sqlite3', '--ignore-scripts=false'], {cwd: root, env: headers()});
      requireLoads(root, 'better-sqlite3', 'new m(":memory:")');
    }

    // sharp brings its binaries as packages.
    requireLoads(root, 'sharp', '');
    writeStamp(root, {modules: process.versions.modules});
  },
};

function requireLoads(root, name, use) {
  const {works, complaint} = loads(root, name, use);
  if (!works) {
    throw new SetUpError(`${name} does not load: ${complaint}\nRemove node_modules and try again: rm -r node_modules && npm start`);
  }
}

// In a process of its own: an addon that was loaded once cannot be replaced in this one.
function loads(root, name, use) {
  const {status, stderr} = spawnSync(process.execPath, ['-e', `const m = require(${JSON.stringify(name)}); ${use}`], {cwd: root, encoding: 'utf8'});
  return {works: status === 0, complaint: stderr.split('\n').find(line => line.includes('Error')) ?? stderr.trim()};
}

// Compiling needs this Node's own headers. Where they stand beside it they need not be downloaded.
function headers() {
  if (process.env.npm_config_nodedir) {
    return {};
  }

  const beside = path.resolve(process.execPath, '../..');
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const folders = [beside, path.join(beside, `node_modules/node-${platform}-${process.arch}`)];
  const found = folders.find(folder => existsSync(path.join(folder, 'include/node/node_api.h')));
  return found ? {npm_config_nodedir: found} : {};
}
