import {Buffer} from 'node:buffer';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdtemp, readFile, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import sharp from 'sharp';
import {copyPhotos} from '../../../src/commands/subject/copy-photos.js';
import {decodePicture} from '../../../src/dataset/decode-picture.js';

async function makeFolder() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-test-'));
  return {folder, places: {cwd: folder, env: {}, cache: path.join(folder, 'cache'), runs: path.join(folder, 'runs')}};
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Its left half red, its right half blue. */
const halves = sharp(
  Buffer.from(Array.from({length: 64 * 64}, (_, at) => at % 64 < 32 ? [220, 20, 20] : [20, 20, 220]).flat()),
  {raw: {width: 64, height: 64, channels: 3}},
);

test('photos are shown as networks see them: upright, and without what is transparent', async t => {
  const {folder, places} = await makeFolder();
  const files = {
    'turned.jpg': await halves.clone().withMetadata({orientation: 6}).jpeg().toBuffer(),
    'clear.png': await sharp({create: {width: 40, height: 40, channels: 4, background: {r: 10, g: 20, b: 30, alpha: 0}}}).png().toBuffer(),
  };
  const wanted = [];
  for (const [name, bytes] of Object.entries(files)) {
    await writeFile(path.join(folder, name), bytes);
    wanted.push({path: name, digest: digestOf(bytes), class: 'red'});
  }

  const {photos, missing} = await copyPhotos({path: folder}, wanted, places);
  t.is(missing, null);
  for (const {path: name, digest} of wanted) {
    const shown = await sharp(Buffer.from(photos.get(digest)!.jpeg, 'base64')).raw().toBuffer();
    const seen = await decodePicture(await readFile(path.join(folder, name)), 128, 'bilinear');
    for (const [x, y] of [[20, 20], [108, 20], [20, 108], [108, 108]] as const) {
      const at = 3 * ((128 * y) + x);
      for (const channel of [0, 1, 2]) {
        t.true(Math.abs(shown[at + channel]! - seen[at + channel]!) < 12, `${name} at ${x}, ${y}`);
      }
    }
  }
});

test('a pipe in a photo\'s place is not waited for', async t => {
  const {folder, places} = await makeFolder();
  execFileSync('mkfifo', [path.join(folder, 'pipe.jpg')]);
  const {photos, missing} = await copyPhotos({path: folder}, [{path: 'pipe.jpg', digest: 'ab', class: 'red'}], places);
  t.is(photos.size, 0);
  t.regex(missing!, /^1 of 1 photos are not shown/v);
});
