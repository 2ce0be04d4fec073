import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readdir, readFile, rename, utimes, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import test from 'ava';
import {withLock} from '../../src/files/with-lock.js';

const moduleUrl = pathToFileURL(path.resolve('build/src/files/with-lock.js')).href;

test('four processes that want one lock have it one after another', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-lock-'));
  const script = String.raw`
    import {appendFileSync} from 'node:fs';
    import {setTimeout as sleep} from 'node:timers/promises';
    const {withLock} = await import(${JSON.stringify(moduleUrl)});
    await withLock('lock', async () => {
      appendFileSync('diary', 'in ' + process.pid + '\n');
      await sleep(60);
      appendFileSync('diary', 'out ' + process.pid + '\n');
    });`;
  const children = Array.from({length: 4}, () => start(script, folder));
  const ends = await Promise.all(children.map(async child => once(child, 'close')));
  t.deepEqual(ends.map(([code]) => code as number), [0, 0, 0, 0]);

  const text = await readFile(path.join(folder, 'diary'), 'utf8');
  const diary = text.trim().split('\n').map(line => line.split(' '));
  t.is(diary.length, 8);
  for (let i = 0; i < diary.length; i += 2) {
    t.deepEqual([diary[i]![0], diary[i + 1]![0]], ['in', 'out']);
    t.is(diary[i]![1], diary[i + 1]![1]);
  }

  t.deepEqual(await readdir(folder), ['diary']);
});

test('the lock of a process that was killed is broken, by one of those that wait', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-lock-'));
  const holder = start(`
    const {withLock} = await import(${JSON.stringify(moduleUrl)});
    await withLock('lock', () => new Promise(resolve => { console.log('held'); setTimeout(resolve, 60_000); }));`, folder);
  await once(holder.stdout, 'data');
  holder.kill('SIGKILL');
  await once(holder, 'close');
  t.true(existsSync(path.join(folder, 'lock')));

  const inside: string[] = [];
  await Promise.all(['a', 'b', 'c'].map(async name => withLock(path.join(folder, 'lock'), async () => {
    inside.push(`in ${name}`);
    await new Promise(resolve => {
      setImmediate(resolve);
    });
    inside.push(`out ${name}`);
  })));
  t.is(inside.length, 6);
  t.true([0, 2, 4].every(i => inside[i]!.slice(3) === inside[i + 1]!.slice(4)));
});

test('whoever waits is told once who holds the lock, and gives it free also when the work fails', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-lock-'));
  const lock = path.join(folder, 'lock');
  const waits: Array<number | undefined> = [];
  const [held, waited] = [new EventTarget(), new EventTarget()];
  const isHeld = once(held, 'now');
  const first = withLock(lock, async () => {
    const hasWaited = once(waited, 'now');
    held.dispatchEvent(new Event('now'));
    await hasWaited;
    throw new Error('work failed');
  });
  await isHeld;
  const second = withLock(lock, async () => 'done', {
    onWait(pid) {
      waits.push(pid);
      waited.dispatchEvent(new Event('now'));
    },
  });
  await t.throwsAsync(first, {message: 'work failed'});
  t.is(await second, 'done');
  t.deepEqual(waits, [process.pid]);
});

/** A lock that looks as if its holder had not beaten for an hour. */
async function plant(holder: {readonly pid: number; readonly host: string}): Promise<string> {
  const lock = path.join(await mkdtemp(path.join(os.tmpdir(), 'ablate-lock-')), 'lock');
  const file = path.join(lock, 'holder.json');
  await mkdir(lock);
  await writeFile(file, JSON.stringify({...holder, id: 'theirs'}));
  const longAgo = new Date(Date.now() - 3_600_000);
  await utimes(file, longAgo, longAgo);
  return lock;
}

test('a holder that lives on this host keeps its lock however long it has not beaten; on another host an hour is enough', async t => {
  const theirs = await plant({pid: process.ppid, host: os.hostname()});
  const isTaken = withLock(theirs, async () => 'taken');
  const isWaiting = new Promise(resolve => {
    setTimeout(resolve, 1500, 'waiting');
  });
  t.is(await Promise.race([isTaken, isWaiting]), 'waiting');
  await rename(theirs, `${theirs}.given-back`);
  t.is(await isTaken, 'taken');

  t.is(await withLock(await plant({pid: process.ppid, host: 'another-host'}), async () => 'taken'), 'taken');
});

test('who gives a lock back leaves one alone that is another\'s by now', async t => {
  const lock = path.join(await mkdtemp(path.join(os.tmpdir(), 'ablate-lock-')), 'lock');
  await withLock(lock, async () => {
    await rename(lock, `${lock}.broken`);
    await mkdir(lock);
    await writeFile(path.join(lock, 'holder.json'), JSON.stringify({pid: 1, host: 'another-host', id: 'theirs'}));
  });
  t.regex(await readFile(path.join(lock, 'holder.json'), 'utf8'), /theirs/v);
});

function start(script: string, cwd: string) {
  return spawn(process.execPath, ['--input-type=module', '-e', script], {cwd, stdio: ['ignore', 'pipe', 'inherit']});
}
