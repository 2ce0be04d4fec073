import {existsSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {digestFiles, listFiles, readDigest} from './digest-files.js';
import {runTool} from './run-tool.js';

const sourceFolders = ['src', 'test', 'bench'];
const compiler = 'node_modules/typescript/bin/tsc';

/** The TypeScript build, when a source or the compiler's settings changed since the last one. */
export const buildSources = {
  isDone: root => existsSync(path.join(root, 'build/src/cli.js')) && readDigest(path.join(root, digestFile)) === digestSources(root),
  async run(root) {
    const digest = digestSources(root);
    if (!existsSync(path.join(root, 'build/src/cli.js'))) {
      // Without what it remembers, the compiler writes everything anew.
      rmSync(path.join(root, 'build/.tsbuildinfo'), {force: true});
    }

    await runTool('compile TypeScript', [process.execPath, path.join(root, compiler), '-p', '.'], {cwd: root});
    removeOrphans(root);
    writeFileSync(path.join(root, digestFile), digest);
  },
};

const digestFile = 'build/.ablate-sources';

function digestSources(root) {
  return digestFiles(root, sourceFolders, ['tsconfig.json', 'package-lock.json']);
}

// The compiler leaves what it once made of a source that is gone; the tests would still run it.
function removeOrphans(root) {
  for (const file of sourceFolders.flatMap(folder => listFiles(path.join(root, 'build'), folder))) {
    const source = file.replace(/\.js(\.map)?$/v, '.ts');
    if (source !== file && !existsSync(path.join(root, source))) {
      rmSync(path.join(root, 'build', file));
    }
  }
}
