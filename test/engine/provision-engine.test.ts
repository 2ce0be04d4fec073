import {type Buffer} from 'node:buffer';
import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readdir, readFile, symlink, truncate, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import test from 'ava';
import {UserError} from '../../src/errors.js';
import {cacheFolder} from '../../src/engine/cache-folder.js';
import {engineFolder} from '../../src/engine/engine-manifest.js';
import {findEngine} from '../../src/engine/find-engine.js';
import {findCompiler, findProgram} from '../../src/engine/find-program.js';
import {provisionEngine} from '../../src/engine/provision-engine.js';
import {pip} from '../../src/engine/sources/pip.js';
import {python} from '../../src/engine/sources/python.js';
import type {WheelTable} from '../../src/engine/wheels.js';
import {realEngine} from '../real-engine.js';
import {hastyCompiler} from './hasty-compiler.js';

const build = pathToFileURL(path.resolve('build/src/engine')).href;

/** A stream that keeps what is written. */
class Kept {
  text = '';

  write(text: string): void {
    this.text += text;
  }
}

test('an engine in the cache is given at once, and nothing is said', async t => {
  const engine = await realEngine();
  const log = new Kept();
  const asked: string[] = [];
  const source = {
    name: 'a source',
    async take(): Promise<never> {
      asked.push('a source');
      throw new Error('must not be asked');
    },
  };
  t.deepEqual(await provisionEngine({cache: cacheFolder(), log, sources: [source]}), engine);
  t.deepEqual(asked, []);
  t.is(log.text, '');
});

test('two at once make one engine of the folder that ABLATE_TENSORFLOW names, in place, and sweep away what a killed one left', async t => {
  t.timeout(600_000);
  const real = await realEngine();
  const cache = await mkdtemp(path.join(os.tmpdir(), 'ablate-cache-'));
  const env = {...process.env, ...await hastyCompiler(), ABLATE_TENSORFLOW: real.library};
  const interrupted = await killInMidway(cache, env);
  t.true(existsSync(path.join(cache, 'engine', interrupted)));
  t.is(findEngine({cache, env}), undefined);

  const script = `
    const {provisionEngine} = await import('${build}/provision-engine.js');
    const engine = await provisionEngine({cache: ${JSON.stringify(cache)}, log: process.stderr});
    console.log(JSON.stringify(engine));`;
  const both = await Promise.all([1, 2].map(async () => run(script, env)));
  t.deepEqual(both.map(({code}) => code), [0, 0]);
  t.is(both.filter(({stderr}) => stderr.includes('compiling the addon')).length, 1);
  t.is(both.filter(({stderr}) => stderr.includes('is setting the engine up; waiting for it')).length, 1);
  t.is(both[0]!.stdout, both[1]!.stdout);

  const engine = findEngine({cache, env})!;
  t.is(engine.library, real.library);
  t.is(engine.version, real.version);
  t.is(findEngine({cache, env: {}}), undefined);
  t.deepEqual(await readdir(path.join(cache, 'engine')), [path.basename(path.dirname(engine.addon))]);
});

test('an engine whose library lost its end is no engine', async t => {
  const cache = await mkdtemp(path.join(os.tmpdir(), 'ablate-cache-'));
  const folder = engineFolder(cache, 'cpu');
  await mkdir(folder, {recursive: true});
  await writeFile(path.join(folder, 'a.node'), 'addon');
  await writeFile(path.join(folder, 'lib.so'), 'library');
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify({
    version: '2.15.1', origin: 'a test', platform: '', cuda: false, digests: {}, made: '',
    addon: {path: 'a.node', bytes: 5}, libraries: [{path: 'lib.so', bytes: 7}],
  }));
  t.is(findEngine({cache, env: {}})?.library, folder);
  await truncate(path.join(folder, 'lib.so'), 6);
  t.is(findEngine({cache, env: {}}), undefined);
});

test('what each source said is told in the order they were tried', async t => {
  const cache = await mkdtemp(path.join(os.tmpdir(), 'ablate-cache-'));
  const log = new Kept();
  const asked = provisionEngine({cache, log, env: await compilerAlone(), cuda: false, sources: [python, pip()]});
  const error = await t.throwsAsync(asked, {instanceOf: UserError});
  t.is(error.code, 'engine-not-provisioned');
  t.regex(error.message, /Python's TensorFlow: no python3; no python\n.*pip download: no pip: neither/v);
  t.regex(error.hint!, /npx ablate doctor --mend/v);
  t.deepEqual(await readdir(path.join(cache, 'engine')), []);
});

test('without a compiler nothing is downloaded, and the package to install is named', async t => {
  const cache = await mkdtemp(path.join(os.tmpdir(), 'ablate-cache-'));
  const error = await t.throwsAsync(provisionEngine({cache, log: new Kept(), env: {PATH: cache}, cuda: false}), {instanceOf: UserError});
  t.is(error.code, 'no-compiler');
  t.regex(error.hint!, /g\+\+|xcode-select/v);
});

test('a named folder without TensorFlow is told plainly, and nothing else is taken instead', async t => {
  const cache = await mkdtemp(path.join(os.tmpdir(), 'ablate-cache-'));
  const env = {...process.env, ABLATE_TENSORFLOW: cache};
  const error = await t.throwsAsync(provisionEngine({cache, log: new Kept(), env}), {instanceOf: UserError});
  t.regex(error.message, /ABLATE_TENSORFLOW: .*no folder include in it/v);
  t.notRegex(error.message, /pip/v);
});

if (`${process.platform}-${process.arch}` === 'linux-x64') {
  test('a wheel that is not the pinned one is refused, and one that is is unpacked', async t => {
    t.timeout(600_000);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-wheels-'));
    const digest = await writeWheel(folder);
    // A folder of wheels in place of the network.
    const env = {...process.env, ...await hastyCompiler(), PIP_NO_INDEX: '1', PIP_FIND_LINKS: folder, PIP_CONFIG_FILE: os.devNull};
    const attempt = async (sha256: string) => {
      const table: WheelTable = {'linux-x64-cpu': [{project: 'tensorflow-cpu', version: '2.15.1', platform: 'manylinux_2_17_x86_64', megabytes: 1, sha256}]};
      const cache = await mkdtemp(path.join(os.tmpdir(), 'ablate-cache-'));
      const error = await t.throwsAsync(provisionEngine({cache, log: new Kept(), env, cuda: false, sources: [pip(table)]}), {instanceOf: UserError});
      t.deepEqual(await readdir(path.join(cache, 'engine')), []);
      return error.message;
    };

    t.regex(await attempt('0'.repeat(64)), /pip download: .*(hash|HASHES)/iv);
    // The library in it is text, which the linker says.
    t.regex(await attempt(digest), /pip download: the addon does not compile/v);
  });
}

async function killInMidway(cache: string, env: NodeJS.ProcessEnv): Promise<string> {
  const script = `
    import {writeFileSync} from 'node:fs';
    const {provisionEngine} = await import('${build}/provision-engine.js');
    const half = {name: 'half', take({folder}) { writeFileSync(folder + '/libtensorflow_cc.so.2', 'half'); console.log(folder); return new Promise(resolve => setTimeout(resolve, 60_000)); }};
    await provisionEngine({cache: ${JSON.stringify(cache)}, log: process.stderr, sources: [half]});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {env, stdio: ['ignore', 'pipe', 'inherit']});
  const [folder] = await once(child.stdout, 'data') as [Buffer];
  child.kill('SIGKILL');
  await once(child, 'close');
  return path.basename(folder.toString().trim());
}

async function run(script: string, env: NodeJS.ProcessEnv): Promise<{code: number; stdout: string; stderr: string}> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {env, stdio: ['ignore', 'pipe', 'pipe']});
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => {
    stdout += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString();
  });
  const [code] = await once(child, 'close') as [number];
  return {code, stdout, stderr};
}

async function compilerAlone(): Promise<NodeJS.ProcessEnv> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-path-'));
  await symlink(findCompiler(process.env)!, path.join(folder, 'c++'));
  return {PATH: folder};
}

async function writeWheel(folder: string): Promise<string> {
  const wheel = path.join(folder, 'tensorflow_cpu-2.15.1-cp311-cp311-manylinux_2_17_x86_64.whl');
  const script = String.raw`
    import sys, zipfile
    z = zipfile.ZipFile(sys.argv[1], 'w')
    z.writestr('tensorflow/libtensorflow_cc.so.2', 'no library')
    z.writestr('tensorflow/include/tensorflow/c/eager/c_api.h', '')
    z.writestr('tensorflow_cpu-2.15.1.dist-info/METADATA', 'Metadata-Version: 2.1\nName: tensorflow-cpu\nVersion: 2.15.1\n')
    z.writestr('tensorflow_cpu-2.15.1.dist-info/WHEEL', 'Wheel-Version: 1.0\nTag: cp311-cp311-manylinux_2_17_x86_64\n')
    z.writestr('tensorflow_cpu-2.15.1.dist-info/RECORD', '')
    z.close()`.replaceAll('\n    ', '\n');
  const child = spawn(findProgram('python3', process.env)!, ['-c', script, wheel], {stdio: 'inherit'});
  await once(child, 'close');
  return createHash('sha256').update(await readFile(wheel)).digest('hex');
}
