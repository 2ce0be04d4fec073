import {spawn} from 'node:child_process';
import {existsSync, realpathSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {SetUpError, sayWhile} from './say.js';

/** Runs a long step with this very Node, timed; its output is shown only if it fails, its end and the command. */
export async function runTool(text, command, {cwd, env = {}}) {
  const done = sayWhile(text);
  const {code, output} = await collect(command, {cwd, env: {...toolEnvironment(), ...env}});
  if (code !== 0) {
    done('failed');
    const shown = command.map(word => path.basename(word) === word ? word : shorten(word, cwd)).join(' ');
    throw new SetUpError(`the command failed (exit code ${code}): ${shown}\n${excerpt(output)}`);
  }

  done('done');
}

// npm says what is wrong first and how it is used last; compilers end with what is wrong.
function excerpt(output) {
  const lines = output.trimEnd().split('\n');
  return lines.length <= 30 ? lines.join('\n') : [...lines.slice(0, 12), '…', ...lines.slice(-15)].join('\n');
}

/** npm's arguments before its own: its program run by this Node, not by whatever `node` comes first on the PATH. */
export function npm() {
  const candidates = [
    process.env.npm_execpath,
    path.resolve(process.execPath, '../../lib/node_modules/npm/bin/npm-cli.js'),
    ...(process.env.PATH ?? '').split(path.delimiter).map(folder => path.join(folder, 'npm')),
  ];
  for (const candidate of candidates) {
    // On the PATH stands a link to npm-cli.js, or a shell script of a version manager.
    const file = candidate && existsSync(candidate) ? realpathSync(candidate) : '';
    if (path.basename(file) === 'npm-cli.js') {
      return [process.execPath, file];
    }
  }

  return ['npm'];
}

/** The environment in which scripts find this Node as `node`. */
export function toolEnvironment() {
  return {...process.env, PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH ?? ''}`};
}

async function collect([file, ...args], options) {
  return new Promise(resolve => {
    const child = spawn(file, args, {...options, stdio: ['ignore', 'pipe', 'pipe']});
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => {
        output += text;
      });
    }

    child.on('error', error => {
      resolve({code: -1, output: error.message});
    });
    child.on('close', code => {
      resolve({code, output});
    });
  });
}

function shorten(word, cwd) {
  const relative = path.relative(cwd, word);
  return path.isAbsolute(word) && !relative.startsWith('..') ? relative : word;
}
