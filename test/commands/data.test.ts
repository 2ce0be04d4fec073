import {execFile} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {pattern, plainPng, temporary, writeFiles} from '../dataset/temporary.js';

const cli = fileURLToPath(new URL('../../src/cli.js', import.meta.url));

type Finished = {readonly code: number; readonly stdout: string; readonly stderr: string};

async function data(folder: string, ...args: string[]): Promise<Finished> {
  const env = {...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ABLATE_CACHE: path.join(folder, 'cache'), ABLATE_DATA: undefined};
  return new Promise(resolve => {
    execFile(process.execPath, [cli, 'data', ...args], {cwd: folder, env}, (error, stdout, stderr) => {
      resolve({code: error ? Number(error.code) : 0, stdout, stderr});
    });
  });
}

test.serial('each verb has an example in its help', async t => {
  const folder = await temporary(t);
  for (const verb of ['get', 'check', 'list']) {
    const {code, stdout} = await data(folder, verb, '--help');
    t.is(code, 0);
    t.regex(stdout, new RegExp(String.raw`Examples?:\n {2}ablate data ${verb}`, 'v'));
  }
});

test.serial('a folder of good pictures passes, with its counts by split', async t => {
  const folder = await temporary(t);
  const picture = await plainPng(1, 2, 3);
  await writeFiles(folder, Object.fromEntries(['a', 'b'].flatMap(name => Array.from({length: 10}, (_, index) => [`photos/${name}/${index}.png`, picture]))));
  const {code, stdout, stderr} = await data(folder, 'check', 'photos', '--validation', '0.2');
  t.is(code, 0);
  t.regex(stdout, /a +8 +2\n +b +8 +2\n +all +16 +4\n/v);
  t.regex(stdout, /Every picture can be read/v);
  t.is(stderr, '');
});

test.serial('a share that leaves no picture to train or to validate is refused', async t => {
  const folder = await temporary(t);
  for (const share of ['foo', '3', '0', '1', '-0.1', '']) {
    const {code, stderr} = await data(folder, 'check', 'photos', '--validation', share);
    t.is(code, 2);
    t.is(stderr, `--validation ${share}: expected a number above 0 and below 1\n→ For example: --validation 0.2\n`);
  }
});

test.serial('unreadable pictures and empty classes are named, and end with 1', async t => {
  const folder = await temporary(t);
  const whole = await pattern(60, 60).jpeg().toBuffer();
  await writeFiles(folder, {'photos/a/good.jpg': whole, 'photos/a/cut.jpg': whole.subarray(0, whole.length / 2), 'photos/b/notes.txt': ''});
  const {code, stdout} = await data(folder, 'check', 'photos');
  t.is(code, 1);
  t.regex(stdout, /1 picture: cannot be read.*\n +a\/cut\.jpg: premature end of JPEG image\n/v);
  t.regex(stdout, /No pictures in b\./v);
  const json = await data(folder, 'check', 'photos', '--json');
  t.is(json.code, 1);
  const {fine, datasets} = JSON.parse(json.stdout) as {fine: boolean; datasets: Array<{unreadable: unknown}>};
  t.false(fine);
  t.deepEqual(datasets[0]?.unreadable, [{path: 'a/cut.jpg', reason: 'premature end of JPEG image'}]);
});

test.serial('what is not there, or has no such name, ends with 2 and a hint', async t => {
  const folder = await temporary(t);
  const missing = await data(folder, 'check', 'trashnet');
  t.is(missing.code, 2);
  t.regex(missing.stderr, /data set trashnet: not found; looked in[\s\S]*ablate data get trashnet/v);
  for (const args of [['check', 'nowhere'], ['check'], ['check', 'photos', 'nowhere']]) {
    const {code} = await data(folder, ...args);
    t.is(code, 2);
  }

  const unknown = await data(folder, 'get', 'imagenet');
  t.is(unknown.code, 2);
  t.regex(unknown.stderr, /expected one of trashnet, drawn-litter/v);
});

test.serial('drawn-litter is got, listed and checked', async t => {
  const folder = await temporary(t);
  const listed = await data(folder, 'list', '--json');
  const before = JSON.parse(listed.stdout) as Array<{name: string; root: string | null}>;
  t.deepEqual(before.map(({name, root}) => [name, root]), [['trashnet', null], ['drawn-litter', null]]);
  const {code, stdout} = await data(folder, 'get', 'drawn-litter', '--json');
  t.is(code, 0);
  const root = path.join(folder, 'cache', 'datasets', 'drawn-litter');
  t.like(JSON.parse(stdout), {name: 'drawn-litter', root, already: false, pictures: 360});
  const again = await data(folder, 'get', 'drawn-litter', '--json');
  t.like(JSON.parse(again.stdout), {already: true});
  const found = await data(folder, 'list');
  t.true(found.stdout.includes(root));
  const check = await data(folder, 'check');
  t.is(check.code, 0);
  t.regex(check.stdout, /all +324 +36\n/v);
});
