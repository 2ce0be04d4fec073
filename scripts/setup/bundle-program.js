import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {digestFiles} from './digest-files.js';

const folder = 'build/cli';
const digestFile = `${folder}/.sources`;

/**
The command line and the JavaScript packages that it uses as few files, of the compiled sources: a command would spend more time on
loading hundreds of them than on its work. Its digest covers what the other steps look at as well (this Node, the packages, the sources),
so that a command of a clone asks this step alone.
*/
export const bundleProgram = {
  isDone: root => existsSync(path.join(root, digestFile)) && readFileSync(path.join(root, digestFile), 'utf8') === digest(root),
  async run(root) {
    const {writeBundle} = await import('./write-bundle.js');
    const wanted = digest(root);
    await writeBundle(root, folder);
    writeFileSync(path.join(root, digestFile), wanted);
  },
};

function digest(root) {
  const ofSources = digestFiles(root, ['src'], ['tsconfig.json', 'package-lock.json', 'node_modules/.ablate-setup.json']);
  return `${ofSources} ${process.versions.modules}`;
}
