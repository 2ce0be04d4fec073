import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import {runTool} from '../setup/run-tool.js';
import {SetUpError} from '../setup/say.js';
import {withLock} from '../setup/with-lock.js';

const pythons = ['python3.11', 'python3.10', 'python3.9', 'python3', 'python'];

/**
The Python with Keras that ablate is compared with: a virtual environment in the cache, made at the first call, addressed
by what stands in requirements.txt. Gives the path of its interpreter. `ABLATE_KERAS_PYTHON` names another one instead.
*/
export async function provideKeras(root) {
  const {ABLATE_KERAS_PYTHON: named} = process.env;
  if (named) {
    return named;
  }

  const requirements = path.join(root, 'scripts/keras/requirements.txt');
  const {cacheFolder} = await import(pathToFileURL(path.join(root, 'build/src/engine/cache-folder.js')).href);
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 8);
  const folder = path.join(cacheFolder(), 'keras', digest);
  if (!existsSync(folder)) {
    mkdirSync(path.dirname(folder), {recursive: true});
    await withLock(`${folder}.lock`, async () => {
      if (!existsSync(folder)) {
        await make(folder, requirements);
      }
    });
  }

  return path.join(folder, 'bin/python');
}

// Made aside: a folder that bears the name is whole. Environments can be moved as long as nobody calls their scripts, only their interpreter.
async function make(folder, requirements) {
  const aside = `${folder}.part`;
  const cwd = path.dirname(folder);
  rmSync(aside, {recursive: true, force: true});
  await runTool('Python environment for Keras', [findPython(), '-m', 'venv', aside], {cwd});
  await runTool(
    'pip install tensorflow-cpu 2.15.1 (Keras), scikit-learn, statsmodels, onnxruntime; about 320 MB',
    [path.join(aside, 'bin/python'), '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements],
    {cwd},
  );
  renameSync(aside, folder);
}

function findPython() {
  const found = pythons.find(name => {
    const {status, stdout} = spawnSync(name, ['-c', 'import sys, venv; print(sys.version_info[1])'], {encoding: 'utf8'});
    return status === 0 && Number(stdout) >= 9 && Number(stdout) <= 11;
  });
  if (!found) {
    throw new SetUpError('Keras 2.15 wants Python 3.9, 3.10 or 3.11 with venv, and none was found. ABLATE_KERAS_PYTHON can name one that has it installed already.');
  }

  return found;
}
