import {mkdtemp, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {UserError} from '../../src/errors.js';
import {verifyDigest} from '../../src/engine/verify-digest.js';

// SHA-256 of "abc", from FIPS 180-2, appendix B.1.
const digestOfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test('a file with the pinned digest passes', async t => {
  await t.notThrowsAsync(verifyDigest(await fileOf('abc'), digestOfAbc));
});

test('a file with another digest is refused with its code, naming both', async t => {
  const error = await t.throwsAsync(verifyDigest(await fileOf('abd'), digestOfAbc), {instanceOf: UserError});
  t.is(error.code, 'checksum-mismatch');
  t.regex(error.message, new RegExp(String.raw`some\.whl.*${digestOfAbc}.*got a52d159f`, 'v'));
});

async function fileOf(text: string): Promise<string> {
  const file = path.join(await mkdtemp(path.join(os.tmpdir(), 'ablate-digest-')), 'some.whl');
  await writeFile(file, text);
  return file;
}
