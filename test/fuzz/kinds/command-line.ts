import {Buffer} from 'node:buffer';
import {spawn} from 'node:child_process';
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import {complainOfText} from '../complain.js';
import {experimentFiles, type ExperimentInput} from '../inputs/experiment-files.js';
import type {Kind} from '../kind.js';
import {writeFiles} from '../write-files.js';
import {cliFile} from '../../cli-file.js';

const longestMs = 30_000;

type Input = ExperimentInput & {readonly command: readonly string[]};

/** The same files of experiments through the real command line. */
export const commandLine: Kind<Input> = {
  name: 'command-line',
  tries: 10,
  seconds: 5,
  inputs: fc.tuple(experimentFiles, fc.constantFrom(['validate'], ['validate', '--json'], ['plan'], ['plan', '--json'], ['run'], ['board']))
    .map(([input, command]) => ({...input, command})),
  async attempt({files, overrides, command}, folder) {
    const project = path.join(folder, 'project');
    await writeFiles(project, files);
    const set = command[0] === 'board' ? [] : overrides.flatMap(each => ['--set', each]);
    const {code, text} = await call([...command, 'a.yaml', ...set], folder, project);
    const written = [...Object.values(files).map(bytes => Buffer.from(bytes).toString('latin1')), ...overrides];
    if (code !== 0 && code !== 2) {
      return `exit code ${code}: ${text.slice(0, 500)}`;
    }

    // A row may not be trained here: there are no photos. Nothing but a folder for runs may come of it.
    const strays = [...await readdir(folder), ...await readdir(project)].filter(name => !['project', 'cache', 'runs', ...Object.keys(files)].includes(name));
    return strays.length > 0 ? `it wrote ${strays.join(', ')}` : complainOfText(text, written);
  },
};

async function call(args: readonly string[], home: string, cwd: string): Promise<{readonly code: number | string; readonly text: string}> {
  const env = {PATH: process.env.PATH, HOME: home, ABLATE_CACHE: path.join(home, 'cache'), NO_COLOR: '1'};
  const child = spawn(process.execPath, [cliFile, ...args], {cwd, env, timeout: longestMs, killSignal: 'SIGKILL'});
  let text = '';
  const add = (chunk: unknown) => {
    text += String(chunk);
  };

  child.stdout.setEncoding('utf8').on('data', add);
  child.stderr.setEncoding('utf8').on('data', add);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({code: code ?? `${signal} after ${longestMs / 1000} s`, text});
    });
  });
}
