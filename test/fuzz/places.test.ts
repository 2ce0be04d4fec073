import {Buffer} from 'node:buffer';
import {execFileSync, spawnSync} from 'node:child_process';
import {chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';
import {cliFile} from '../cli-file.js';
import {complainOfText} from './complain.js';

// What waits for a pipe or reads a device never ends; a training may take a minute on a slow machine.
const slowestMs = 120_000;

type Told = {readonly code: number | null; readonly text: string};
type Calling = {readonly env?: NodeJS.ProcessEnv; readonly asNobody?: boolean};

/** The real command line in a folder. That it does not end counts as no exit code. */
function call(folder: string, args: readonly string[], {env, asNobody = false}: Calling = {}): Told {
  const nobody = asNobody && process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : {};
  const {status, stdout, stderr} = spawnSync(process.execPath, [cliFile, ...args], {
    cwd: folder, encoding: 'utf8', timeout: slowestMs, killSignal: 'SIGKILL', ...nobody,
    env: {...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ABLATE_RUNS: undefined, ...env},
  });
  return {code: status, text: stdout + stderr};
}

async function project(): Promise<string> {
  const {folder} = await Inline.create({'row.yaml': tinyExperiment});
  await makePhotos(folder);
  chmodSync(folder, 0o755);
  return folder;
}

function pipe(file: string): void {
  execFileSync('mkfifo', [file]);
}

test.serial('what is no file of an experiment is told as that, and not waited for', async t => {
  const folder = await project();
  const at = (name: string) => path.join(folder, name);
  mkdirSync(at('odd'));
  pipe(at('odd/pipe.yaml'));
  symlinkSync('circle.yaml', at('odd/circle.yaml'));
  symlinkSync('/dev/zero', at('odd/zero.yaml'));
  symlinkSync(at('nowhere'), at('odd/dangling.yaml'));
  for (const name of ['pipe', 'circle', 'zero', 'dangling']) {
    writeFileSync(at(`odd/of-${name}.yaml`), `extends: ${name}.yaml\n`);
    for (const file of [`odd/${name}.yaml`, `odd/of-${name}.yaml`]) {
      const {code, text} = call(folder, ['validate', file]);
      t.is(code, 2, `${text}`);
      t.true(text.includes(name), `${text}`);
      t.is(complainOfText(text, []), undefined);
    }
  }

  const {code, text} = call(folder, ['validate', 'odd']);
  t.is(code, 2);
  t.regex(text, /circle\.yaml:1:1: cannot be read \(links lead round in a circle\)/v);
  t.regex(text, /dangling\.yaml:1:1: cannot be read \(no such file or folder\)/v);
  t.regex(text, /of-pipe\.yaml:1:10 extends: expected a file, but odd\/pipe\.yaml is a pipe, a socket or a device/v);
});

test.serial('what is no picture is told as that by the check, and stops a plan', async t => {
  const folder = await project();
  const at = (name: string) => path.join(folder, 'photos/red', name);
  mkdirSync(at('folder.jpg'));
  symlinkSync(folder, at('link-to-folder.jpg'));
  symlinkSync('circle.jpg', at('circle.jpg'));
  symlinkSync(at('nowhere'), at('dangling.jpg'));
  symlinkSync('/dev/zero', at('zero.png'));
  symlinkSync('../..', path.join(folder, 'photos/red/above'));
  symlinkSync('self', path.join(folder, 'photos/self'));
  pipe(at('pipe.jpg'));
  writeFileSync(at('huge.webp'), '');
  truncateSync(at('huge.webp'), 40e9);
  copyFileSync(path.join(folder, 'photos/red/red0.png'), at('right\n\u{1B}[31m.png'));
  writeFileSync(at('bad\n\u{1B}]0;x\u{7}.png'), 'none');
  const {code, text} = call(folder, ['data', 'check', 'photos']);
  t.is(code, 1, `${text}`);
  t.is(complainOfText(text, []), undefined);
  for (const [name, why] of Object.entries({
    'link-to-folder.jpg': 'it is a folder', 'circle.jpg': 'links lead round', 'dangling.jpg': 'no such file', 'zero.png': 'it is a pipe, a socket or a device',
    'pipe.jpg': 'it is a pipe', 'huge.webp': 'it is too large', 'bad\u{240A}\u{241B}]0;x\u{2407}.png': 'not a JPEG',
  })) {
    t.true(text.includes(`red/${name}: ${why}`), `${name}\n${text}`);
  }

  const planned = call(folder, ['plan', 'row.yaml']);
  t.is(planned.code, 2, `${planned.text}`);
  t.regex(planned.text, /photos\/red\/.+: cannot be read \(/v);
});

// Other systems take no such names.
const onLinux = process.platform === 'linux' ? test.serial : test.serial.skip;

onLinux('names that are no UTF-8 are told as that', async t => {
  const folder = await project();
  writeFileSync(Buffer.concat([Buffer.from(path.join(folder, 'photos/red/')), Buffer.of(0xFF, 0xFE), Buffer.from('.png')]), 'x');
  const {code, text} = call(folder, ['plan', 'row.yaml']);
  t.is(code, 2, `${text}`);
  t.regex(text, /its name is not UTF-8, so that nothing finds it: rename it/v);
});

test.serial('a plan needs no home, no folder for temporary files and no cache', async t => {
  const folder = await project();
  writeFileSync(path.join(folder, 'file'), '');
  const environments = [{HOME: undefined, ABLATE_CACHE: undefined, XDG_CACHE_HOME: undefined}, {TMPDIR: '/nowhere'}, {ABLATE_CACHE: path.join(folder, 'file')}, {ABLATE_CACHE: '/proc/none'}];
  for (const env of environments) {
    const {code, text} = call(folder, ['plan', 'row.yaml'], {env});
    t.is(code, 0, `${text}`);
  }

  const {code, text} = call(folder, ['run', 'row.yaml'], {env: {ABLATE_CACHE: path.join(folder, 'file')}});
  t.is(code, 2, `${text}`);
  t.regex(text, /file: cannot be written \(a file is in the way\)\n→ .*name another cache/v);
});

test.serial('runs that are a file, a folder of somebody else or no database are refused before anything is trained', async t => {
  const folder = await project();
  writeFileSync(path.join(folder, 'file'), '');
  t.is(call(folder, ['run', 'row.yaml', '--runs', 'file']).code, 2);
  mkdirSync(path.join(folder, 'closed'), {mode: 0o555});
  const cache = path.join(folder, 'cache');
  mkdirSync(cache);
  chmodSync(cache, 0o777);
  const closed = call(folder, ['run', 'row.yaml', '--runs', 'closed'], {asNobody: true, env: {ABLATE_CACHE: cache, HOME: folder}});
  t.is(closed.code, 2, `${closed.text}`);
  t.regex(closed.text, /closed: the database in it cannot be opened or written/v);
  mkdirSync(path.join(folder, 'odd'));
  pipe(path.join(folder, 'odd/ablate.db'));
  for (const verb of [['status'], ['board'], ['plan', 'row.yaml'], ['run', 'row.yaml']]) {
    const {code, text} = call(folder, [...verb, '--runs', 'odd']);
    t.is(code, 2, `${text}`);
    t.regex(text, /odd\/ablate\.db: expected an SQLite database/v);
  }
});

test.serial('a cache of somebody else ends a run in words', async t => {
  const folder = await project();
  mkdirSync(path.join(folder, 'closed'), {mode: 0o555});
  mkdirSync(path.join(folder, 'runs'));
  chmodSync(path.join(folder, 'runs'), 0o777);
  const {code, text} = call(folder, ['run', 'row.yaml'], {asNobody: true, env: {ABLATE_CACHE: path.join(folder, 'closed'), HOME: folder}});
  t.is(code, 2, `${text}`);
  t.regex(text, /closed: cannot be written \(permission denied\)/v);
});

test.serial('a working folder that is gone is told', async t => {
  const folder = await project();
  const gone = path.join(folder, 'gone');
  mkdirSync(gone);
  const {status, stderr} = spawnSync('sh', ['-c', `cd gone && rmdir "${gone}" && exec "${process.execPath}" "${cliFile}" validate row.yaml`], {cwd: folder, encoding: 'utf8'});
  t.is(status, 2, `${stderr}`);
  t.regex(stderr, /the folder that ablate was called in cannot be used/v);
});

test.serial('a run writes nothing beside its runs, whatever classes and texts are called', async t => {
  const folder = await project();
  mkdirSync(path.join(folder, 'project'));
  const odd = path.join(folder, 'photos/..\n\u{1B}[31m');
  mkdirSync(odd);
  for (const name of readdirSync(path.join(folder, 'photos/red'))) {
    copyFileSync(path.join(folder, 'photos/red', name), path.join(odd, name));
  }

  writeFileSync(path.join(folder, 'project/row.yaml'), String.raw`${tinyExperiment.replace('./photos', '../photos').replace('epochs: 3', 'epochs: 1')}
name: CON
description: "../../x\n\e[31m"
matrix: {optimizer: [{name: adam}, {name: ../../x}], class_weight: [{"../../x": 1}]}
`);
  const refused = call(path.join(folder, 'project'), ['run', 'row.yaml']);
  t.is(refused.code, 2, `${refused.text}`);
  const rows = `${tinyExperiment.replace('./photos', '../photos').replace('epochs: 3', 'epochs: 1')}\nname: CON\ndescription: ${JSON.stringify('../../x\n\u{1B}[31m')}\n`;
  writeFileSync(path.join(folder, 'project/row.yaml'), rows);
  const before = readdirSync(folder);
  const {code, text} = call(path.join(folder, 'project'), ['run', 'row.yaml', '--set', 'description=../../x']);
  t.is(code, 0, `${text}`);
  t.is(complainOfText(text, []), undefined);
  t.deepEqual(readdirSync(folder), before);
  t.deepEqual(readdirSync(path.join(folder, 'project')).toSorted(), ['row.yaml', 'runs']);
  const run = readdirSync(path.join(folder, 'project/runs')).find(name => name.startsWith('CON-0-'));
  t.true(existsSync(path.join(folder, 'project/runs', run!, 'events.jsonl')));
  const again = call(path.join(folder, 'project'), ['validate', path.join('runs', run!, 'resolved.yaml')]);
  t.is(again.code, 0, `${again.text}`);
  rmSync(folder, {recursive: true, force: true});
});
