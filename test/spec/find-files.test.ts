import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {UserError} from '../../src/errors.js';
import {findFiles} from '../../src/spec/find-files.js';

const reader = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures/read-as-nobody.js');

function makeFolder(): string {
  return fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'ablate-files-')));
}

function readAsNobody(file: string): string {
  const nobody = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : {};
  return execFileSync(process.execPath, [reader, file], {...nobody, encoding: 'utf8'});
}

test('a folder that cannot be read is named, at whatever depth', t => {
  const folder = makeFolder();
  const closed = path.join(folder, 'below/closed');
  fs.mkdirSync(path.join(closed, 'deep'), {recursive: true});
  fs.writeFileSync(path.join(folder, 'child.yaml'), `extends: ${closed}/base.yaml`);
  fs.chmodSync(folder, 0o755);
  fs.chmodSync(closed, 0);
  t.regex(readAsNobody(folder), /^cannot-read-file .*below\/closed: cannot be read \(permission denied\)$/v);
  t.regex(readAsNobody(path.join(closed, 'deep')), /^cannot-read-file .*closed\/deep: cannot be read \(permission denied\)$/v);
  t.regex(readAsNobody(path.join(folder, 'child.yaml')), /closed\/base\.yaml cannot be reached \(permission denied\)\. Check the name, and the permissions/v);
});

test('a folder whose files do not count says why', t => {
  const cwd = makeFolder();
  for (const name of ['runs/ablate.db', 'runs/row-1/row.yaml', 'parents/_base.yaml', 'empty/notes.txt']) {
    fs.mkdirSync(path.dirname(path.join(cwd, name)), {recursive: true});
    fs.writeFileSync(path.join(cwd, name), '');
  }

  const hintFor = (given: string) => t.throws(() => findFiles([given], cwd), {instanceOf: UserError, code: 'no-experiments'})?.hint ?? '';
  t.regex(hintFor('runs'), /^It holds results \(ablate\.db\)/v);
  t.regex(hintFor('.'), /^runs holds results \(ablate\.db\)/v);
  t.regex(hintFor('parents'), /^Files whose name begins with `_`, as parents\/_base\.yaml, are parents only/v);
  t.regex(hintFor('empty'), /^Name the folder that holds them/v);
});

test('only a name that is near is proposed for one that does not exist', t => {
  const cwd = makeFolder();
  for (const name of ['other.yaml', 'resnet.yaml']) {
    fs.writeFileSync(path.join(cwd, name), '');
  }

  const messageFor = (given: string) => t.throws(() => findFiles([given], cwd), {instanceOf: UserError, code: 'no-such-path'})?.message ?? '';
  t.notRegex(messageFor('nothere.yaml'), /mean/v);
  t.regex(messageFor('resent.yml'), /Did you mean "resnet\.yaml"/v);
});
