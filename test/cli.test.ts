import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {errorCodes} from '../src/errors.js';
import {Inline} from './run-inline.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('every command has help with an example', async t => {
  const inline = await Inline.create({});
  const {code, stdout} = await inline.ablate('--help');
  t.is(code, 0);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) +[\[<a-z]/gmv)].map(([, name]) => name!).filter(name => name !== 'ablate' && name !== 'help');
  t.true(commands.length >= 8, 'validate, plan, run, status, logs, board, data, doctor');
  for (const command of commands) {
    const help = await inline.ablate(command, '--help');
    t.is(help.code, 0);
    t.regex(help.stdout, /Examples?:\n +(?:npx )?ablate /v);
  }
});

test('an unknown command is a user error that says what was meant', async t => {
  const inline = await Inline.create({});
  const {code, stderr} = await inline.ablate('bord');
  t.is(code, 2);
  t.regex(stderr, /Did you mean board/v);
});

test('a missing path is a message, never a stack', async t => {
  const inline = await Inline.create({});
  const {code, stderr} = await inline.ablate('validate', 'nowhere');
  t.is(code, 2);
  t.is(stderr, 'nowhere: there is no such file or folder.\n→ Give experiment files, or folders that hold them: `ablate validate experiments`.\n');
});

test('docs/errors.md has one section for each error code', t => {
  const sections = [...readFileSync(`${root}docs/errors.md`, 'utf8').matchAll(/^## (.+)$/gmv)].map(([, code]) => code!);
  t.deepEqual(sections.toSorted(), [...errorCodes].toSorted());
});
