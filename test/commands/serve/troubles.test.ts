import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import test from 'ava';
import {Inline, makePhotos, tinyExperiment} from '../../run-inline.js';
import {makeResults, results} from '../looked-at.js';
import {ask, startServer, type Served} from '../served.js';

/** The page once it tells of no trouble any more: one that was in the making meanwhile met it too, and is made again some seconds later. */
async function untroubled(server: Served): Promise<string> {
  for (;;) {
    const {text} = await ask(server, '/');
    if (!text.includes('class="trouble"')) {
      return text;
    }

    await setTimeout(50);
  }
}

test('a database that is lost or no database is said on the page, which goes on once it is there', async t => {
  const inline = await makeResults(results);
  // It scores them: whoever does that makes the folder where it is away.
  t.is((await inline.ablate('board')).code, 0);
  const file = path.join(inline.folder, 'runs/ablate.db');
  const whole = await readFile(file);
  const server = await startServer(t, inline);
  t.regex((await ask(server, '/')).text, /4 of 6 runs done/v);
  await rename(file, `${file}.away`);
  const lost = (await ask(server, '/')).text;
  t.regex(lost, /4 of 6 runs done/v);
  t.regex(lost, /class="trouble"[^>]*>[^<]*ablate\.db, the database of what they found, is lost/v);
  await rename(`${file}.away`, file);
  await untroubled(server);

  await rename(path.dirname(file), path.join(inline.folder, 'moved'));
  const old = (await ask(server, '/')).text;
  t.regex(old, /4 of 6 runs done/v);
  t.regex(old, /class="trouble"[^>]*>[^<]*: its results have gone, and what is shown is old/v);
  await rename(path.join(inline.folder, 'moved'), path.dirname(file));
  t.regex(await untroubled(server), /4 of 6 runs done/v);

  await mkdir(path.join(inline.folder, 'other/runs'), {recursive: true});
  await writeFile(path.join(inline.folder, 'other/runs/ablate.db'), 'this is no database, but it is long enough to be looked at '.repeat(20));
  const other = await startServer(t, new Inline(path.join(inline.folder, 'other')));
  t.regex((await ask(other, '/')).text, /class="trouble"[^>]*>[^<]*expected an SQLite database of ablate/v);
  await writeFile(path.join(inline.folder, 'other/runs/new.db'), whole);
  await rename(path.join(inline.folder, 'other/runs/new.db'), path.join(inline.folder, 'other/runs/ablate.db'));
  t.regex(await untroubled(other), /4 of 6 runs done/v);
});

test('a damaged queue.db is told as what it is, by the page and by who looks, and made anew by who trains', async t => {
  const inline = await makeResults(results);
  const file = path.join(inline.folder, 'runs/queue.db');
  await writeFile(file, 'this is no database, but it is long enough to be looked at '.repeat(20));
  const server = await startServer(t, inline);
  t.regex((await ask(server, '/')).text, /class="trouble"[^>]*>[^<]*runs: queue\.db, which tells who is at work, is damaged/v);
  const status = await inline.ablate('status');
  t.is(status.code, 2);
  t.regex(status.stderr, /runs: queue\.db, which tells who is at work, is damaged \([^\n]+\n→ Whoever trains makes it anew/v);
  t.is((await inline.ablate('pause')).code, 0);
  await untroubled(server);
});

test('while the results cannot be read, who is at work is shown with what was read last', async t => {
  // So long that it is under way for as long as anybody looks.
  const inline = await Inline.create({'long.yaml': tinyExperiment.replace('epochs: 3', 'epochs: 100000')});
  await makePhotos(inline.folder);
  const sweep = inline.start('run', 'long.yaml');
  t.teardown(() => {
    sweep.kill('SIGKILL');
  });
  const server = await startServer(t, inline);
  const shown = async () => (await ask(server, '/')).text;
  while (!/aria-valuetext="[1-9]\d* of 100000 epochs"/v.test(await shown())) {
    await setTimeout(50);
  }

  const file = path.join(inline.folder, 'runs/ablate.db');
  await rename(file, `${file}.away`);
  const text = await shown();
  t.regex(text, /class="trouble"[^>]*>[^<]*is lost/v);
  t.regex(text, /id="sign" role="status" data-kind="live"/v);
  t.regex(text, /aria-valuetext="[1-9]\d* of 100000 epochs"/v);
  t.notRegex(text, /Nobody is at work|was interrupted/v);
  await rename(`${file}.away`, file);
  await untroubled(server);
});
