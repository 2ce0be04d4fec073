import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdtemp, readFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {unpackWheel} from '../../src/engine/unpack-wheel.js';

test('only the wanted files of a wheel are unpacked, with their bytes and under their own names', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-wheel-'));
  const wheel = writeZip(folder, {'tensorflow/lib.so.2': 'library '.repeat(5000), 'tensorflow/include/c/api.h': '// header', 'tensorflow/__init__.py': 'import os'});
  const names = await unpackWheel(wheel, path.join(folder, 'out'), name => !name.endsWith('.py'));
  t.deepEqual(names.toSorted(), ['tensorflow/include/c/api.h', 'tensorflow/lib.so.2']);
  t.is(await readFile(path.join(folder, 'out/tensorflow/lib.so.2'), 'utf8'), 'library '.repeat(5000));
  t.false(existsSync(path.join(folder, 'out/tensorflow/__init__.py')));
});

test('a wheel whose names lead out of the folder is refused', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-wheel-'));
  const wheel = writeZip(folder, {'../evil': 'outside'});
  await t.throwsAsync(unpackWheel(wheel, path.join(folder, 'out'), () => true), {message: /invalid relative path/v});
  t.false(existsSync(path.join(folder, 'evil')));
});

test('half a wheel is an error, not half an engine', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-wheel-'));
  const wheel = writeZip(folder, {'tensorflow/lib.so.2': 'library '.repeat(5000)});
  execFileSync('truncate', ['-s', '200', wheel]);
  await t.throwsAsync(unpackWheel(wheel, path.join(folder, 'out'), () => true));
});

function writeZip(folder: string, files: Record<string, string>): string {
  const wheel = path.join(folder, 'some.whl');
  const script = 'import sys, json, zipfile\nz = zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED)\n[z.writestr(k, v) for k, v in json.loads(sys.argv[2]).items()]\nz.close()';
  execFileSync('python3', ['-c', script, wheel, JSON.stringify(files)]);
  return wheel;
}
