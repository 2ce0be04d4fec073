// Makes a clone ready: packages, the one native addon that npm is to build, the TypeScript build, the command's link, the engine.
// Does only what is needed, says each thing it does, and is quiet when nothing is to be done.
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {buildSources} from './setup/build-sources.js';
import {bundleProgram} from './setup/bundle-program.js';
import {installPackages} from './setup/install-packages.js';
import {linkCommand} from './setup/link-command.js';
import {provideEngine} from './setup/provide-engine.js';
import {rebuildAddon} from './setup/rebuild-addon.js';
import {SetUpError, say} from './setup/say.js';
import {withLock} from './setup/with-lock.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Sets the clone up; `engine: false` leaves TensorFlow out. Ends the process with code 1 if a step fails. */
export async function setUp({engine = true} = {}) {
  try {
    checkNode();
    const steps = [installPackages, rebuildAddon, linkCommand, buildSources, bundleProgram];
    if (steps.some(step => !step.isDone(root))) {
      await withLock(path.join(root, 'build/.setup-lock'), async () => {
        // Asked again under the lock: another set-up may have done it meanwhile.
        for (const step of steps) {
          if (!step.isDone(root)) {
            await step.run(root);
          }
        }
      });
    }

    if (engine) {
      await provideEngine(root);
    }
  } catch (error) {
    if (!(error instanceof SetUpError)) {
      throw error;
    }

    say(error.message);
    process.exit(1);
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetUpError(`Node ${process.versions.node} is too old: 20.19 or later is wanted. For example: nvm install 22`);
  }
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  await setUp();
}
