import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {digestFiles, readDigest} from './digest-files.js';

const folder = 'build/cli';
const digestFile = `${folder}/.sources`;

/**
The command line and the JavaScript packages that it uses as few files, of the compiled sources: a command would spend more time on
loading hundreds of them than on its work. Its digest covers what the other steps look at as well (this Node, the packages, the
sources) and how it is bundled, so that a command of a clone asks this step alone.
*/
export const bundleProgram = {
  isDone: root => readDigest(path.join(root, digestFile)) === digest(root),
  async run(root) {
    const {buildSources} = await import('./build-sources.js');
    const {writeBundle} = await import('./write-bundle.js');
    const wanted = digest(root);
    await writeBundle(root, folder);
    // What was edited meanwhile may not be in it.
    if (buildSources.isDone(root)) {
      writeFileSync(path.join(root, digestFile), wanted);
    }
  },
};

function digest(root) {
  const ofFiles = digestFiles(root, ['src'], ['scripts/setup/write-bundle.js', 'tsconfig.json', 'package-lock.json', 'node_modules/.ablate-setup.json']);
  return `${ofFiles} ${process.version}`;
}
