import {existsSync, lstatSync} from 'node:fs';
import {cp, mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import test from 'ava';
import {runCommand} from '../../src/engine/run-command.js';

const scripts = pathToFileURL(path.resolve('scripts')).href;

test('a set-up with nothing to do says nothing and takes no step', async t => {
  await setUp();
  const traces = () => ['node_modules/.ablate-setup.json', 'node_modules/.bin/ablate', 'build/.ablate-sources'].map(file => lstatSync(file).mtimeMs);
  const before = traces();
  t.like(await setUp(), {code: 0, output: ''});
  t.deepEqual(traces(), before);
});

test('the command runs from anywhere, through a link', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-bin-'));
  await symlink(path.resolve('bin/ablate.js'), path.join(folder, 'ablate'));
  const {code, stdout} = await runCommand(path.join(folder, 'ablate'), ['--help'], {cwd: folder, env: process.env});
  t.is(code, 0);
  t.regex(stdout, /Usage: ablate/v);
});

test('npx runs this project\'s own command in the clone, without a network', async t => {
  t.timeout(600_000);
  const {code, stdout} = await runCommand('npx', ['--offline', 'ablate', '--help'], {env: process.env});
  t.is(code, 0);
  t.regex(stdout, /Usage: ablate/v);
});

test('the build follows its sources: a new one is compiled, and what was made of one that is gone goes too', async t => {
  t.timeout(600_000);
  const root = await mkdtemp(path.join(os.tmpdir(), 'ablate-build-'));
  await mkdir(path.join(root, 'src'));
  await symlink(path.resolve('node_modules'), path.join(root, 'node_modules'));
  await writeFile(path.join(root, 'package-lock.json'), '{}');
  await writeFile(path.join(root, 'tsconfig.json'), JSON.stringify({
    compilerOptions: {rootDir: '.', outDir: 'build', types: [], skipLibCheck: true, incremental: true, tsBuildInfoFile: 'build/.tsbuildinfo'},
    include: ['src'],
  }));
  await writeFile(path.join(root, 'src/cli.ts'), 'export const a = 1;\n');
  await writeFile(path.join(root, 'src/old.ts'), 'export const b = 1;\n');
  t.deepEqual(await buildIn(root), {before: false, after: true});
  t.true(existsSync(path.join(root, 'build/src/old.js')));
  t.deepEqual(await buildIn(root), {before: true, after: true});

  await rm(path.join(root, 'src/old.ts'));
  await writeFile(path.join(root, 'src/new.ts'), 'export const c = 1;\n');
  t.deepEqual(await buildIn(root), {before: false, after: true});
  t.false(existsSync(path.join(root, 'build/src/old.js')));
  t.true(existsSync(path.join(root, 'build/src/new.js')));

  await rm(path.join(root, 'build/src'), {recursive: true});
  t.deepEqual(await buildIn(root), {before: false, after: true});
});

test('the command line is bundled with the licences of all that is in it', async t => {
  const licences = await readFile('build/cli/LICENSES.txt', 'utf8');
  const packages = licences.split(`\n${'-'.repeat(80)}\n`).map(text => text.trim());
  t.true(packages.some(text => /^commander \d[\s\S]*Permission is hereby granted/v.test(text)));
  const {dependencies} = JSON.parse(await readFile('package.json', 'utf8')) as {dependencies: Record<string, string>};
  for (const text of packages) {
    const name = text.split(' ')[0]!;
    t.regex(text, /^\S+ \d\S* \([^\)]+\)/v, `of ${name}`);
    t.true(text.length > 300, `${name} has no text`);
    t.notRegex(text, /\(undefined\)|\(UNLICENSED\)|GPL/v, `of ${name}`);
  }

  t.true(packages.some(text => text.startsWith(`yaml ${dependencies.yaml!} (ISC)`)));
});

test('the command of a clone follows changed sources, and that of an installed package looks for none', async t => {
  t.timeout(600_000);
  const root = await mkdtemp(path.join(os.tmpdir(), 'ablate-clone-'));
  for (const name of ['bin', 'scripts', 'package.json', 'package-lock.json']) {
    await cp(path.resolve(name), path.join(root, name), {recursive: true});
  }

  await symlink(path.resolve('node_modules'), path.join(root, 'node_modules'));
  await writeFile(path.join(root, 'tsconfig.json'), JSON.stringify({compilerOptions: {rootDir: '.', outDir: 'build', types: []}, include: ['src']}));
  for (const entry of ['worker/entry', 'worker/predict-entry', 'store/sql/entry', 'store/sql/thread', 'commands/serve/page-entry']) {
    await mkdir(path.join(root, 'src', path.dirname(entry)), {recursive: true});
    await writeFile(path.join(root, `src/${entry}.ts`), '');
  }

  await writeFile(path.join(root, 'src/cli.ts'), 'console.log("before");\n');
  const ablate = async () => runCommand(process.execPath, [path.join(root, 'bin/ablate.js')], {env: process.env});
  t.like(await ablate(), {code: 0, stdout: 'before\n'});
  t.like(await ablate(), {code: 0, output: 'before\n'});

  await writeFile(path.join(root, 'src/cli.ts'), 'console.log("after the pull");\n');
  t.like(await ablate(), {code: 0, stdout: 'after the pull\n'});

  await rm(path.join(root, 'scripts'), {recursive: true});
  await rm(path.join(root, 'src'), {recursive: true});
  t.like(await ablate(), {code: 0, output: 'after the pull\n'});
});

test('a step that fails ends set-up with its command and what it said', async t => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'ablate-build-'));
  const {code, output} = await runModule(`
    const {runTool} = await import('${scripts}/setup/run-tool.js');
    await runTool('a step', [process.execPath, '-e', 'console.error("it broke"); process.exit(3)'], {cwd: ${JSON.stringify(root)}});`);
  t.not(code, 0);
  t.regex(output, /a step: failed/v);
  t.regex(output, /exit code 3/v);
  t.regex(output, /it broke/v);
});

test('two set-ups of one clone work one after another, also after one that was killed', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-setup-'));
  const lock = JSON.stringify(path.join(folder, 'lock'));
  const script = `
    const {withLock} = await import('${scripts}/setup/with-lock.js');
    await withLock(${lock}, async () => {
      console.log(Number(process.hrtime.bigint()));
      await new Promise(resolve => setTimeout(resolve, 300));
      console.log(Number(process.hrtime.bigint()));
      if (process.env.DIE) process.kill(process.pid, 'SIGKILL');
    });`;
  const killed = await runModule(script, {DIE: '1'});
  t.is(killed.signal, 'SIGKILL');
  t.true(existsSync(path.join(folder, 'lock')));
  const both = await Promise.all([runModule(script), runModule(script)]);
  t.deepEqual(both.map(({code}) => code), [0, 0]);
  const [first, second] = both.map(({stdout}) => stdout.trim().split('\n').map(Number)).toSorted((a, b) => a[0]! - b[0]!);
  t.true(first![1]! <= second![0]!);
});

test('a lock that a set-up died of breaking is broken all the same, and who waits is told what for', async t => {
  const lock = path.join(await mkdtemp(path.join(os.tmpdir(), 'ablate-setup-')), 'lock');
  const breaking = path.join(lock, 'breaking');
  await mkdir(breaking, {recursive: true});
  const {stdout: dead} = await runModule('console.log(process.pid)');
  await writeFile(path.join(lock, 'holder.json'), JSON.stringify({pid: Number(dead), host: os.hostname()}));
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(breaking, longAgo, longAgo);
  const {code, output} = await runModule(`
    const {withLock} = await import('${scripts}/setup/with-lock.js');
    await withLock(${JSON.stringify(lock)}, async () => console.log('at work'));`);
  t.is(code, 0);
  t.is(output, `set-up: waiting for another set-up to remove the lock of process ${dead.trim()}, which died. If there is none: rm -r '${lock}'\nat work\n`);
});

async function setUp() {
  return runCommand(process.execPath, ['scripts/setup.js'], {env: process.env});
}

async function buildIn(root: string): Promise<unknown> {
  const {stdout, output} = await runModule(`
    const {buildSources: step} = await import('${scripts}/setup/build-sources.js');
    const root = ${JSON.stringify(root)};
    const before = step.isDone(root);
    if (!before) await step.run(root);
    console.log(JSON.stringify({before, after: step.isDone(root)}));`);
  return stdout ? JSON.parse(stdout) as unknown : output;
}

async function runModule(script: string, env: NodeJS.ProcessEnv = {}) {
  return runCommand(process.execPath, ['--input-type=module', '-e', script], {env: {...process.env, ...env}});
}
