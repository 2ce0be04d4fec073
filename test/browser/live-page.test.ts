import {appendFile, truncate} from 'node:fs/promises';
import path from 'node:path';
import type {Locator} from 'playwright-core';
import {openStore} from '../../src/store/open-store.js';
import {lastingPort} from '../commands/lasting-port.js';
import {makeResults, results} from '../commands/looked-at.js';
import {startServer} from '../commands/served.js';
import {planRun} from '../queue/fixtures/plan-run.js';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';
import {attemptOf} from '../store/fixtures/events.js';
import {inBrowser, openPage, until} from './open-browser.js';
import {stallingProxy} from './stalling-proxy.js';

async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent())!;
}

inBrowser('the page follows a sweep from before its beginning to its end, and keeps what its reader chose', async t => {
  // Long is so long that it is under way for as long as anybody looks.
  const inline = await Inline.create({
    'base-row.yaml': tinyExperiment,
    'other-row.yaml': 'extends: base-row.yaml\nbatch_size: 9\n',
    'long.yaml': tinyExperiment.replace('epochs: 3', 'epochs: 100000'),
  });
  await makePhotos(inline.folder);
  const server = await startServer(t, inline);
  const {page, complaints, asked} = await openPage(t);
  await page.goto(server.address);
  t.is(page.url(), `http://127.0.0.1:${server.port}/`, 'the token is not in the address');
  const sign = page.locator('#sign');
  t.is(await textOf(sign), 'Nothing trained yet');

  t.is((await inline.ablate('run', 'base-row.yaml', 'other-row.yaml')).code, 0);
  await page.locator('#row-other-row').waitFor();
  await page.getByText('2 of 2 runs done').waitFor();
  t.is(await page.title(), 'Ablations on photos');

  const names = async () => page.locator('#board tbody th[scope=row]:visible').allTextContents();
  await page.locator('#board th[data-column=name] button').click();
  await page.locator('#board th[data-column=name] button').click();
  t.deepEqual(await names(), ['other-row', 'base-row']);
  await page.locator('#filter').fill('drawn-nowhere');
  t.deepEqual(await names(), []);
  await page.locator('#filter').fill('row');
  await page.locator('.columns summary').click();
  const key = await page.locator('input[data-column]:not(:checked)').first().getAttribute('data-column');
  await page.locator(`input[data-column="${key}"]`).check();
  for (const row of ['base-row', 'other-row']) {
    if (await page.locator(`#row-${row}`).getAttribute('open') === null) {
      await page.locator(`#row-${row} > summary`).click();
    }
  }

  await page.locator('#filter').focus();
  const sweep = inline.start('run', 'long.yaml');
  t.teardown(() => {
    sweep.kill('SIGKILL');
  });
  const bar = page.getByRole('progressbar', {name: 'long seed 0'});
  await bar.waitFor();
  t.is(await textOf(sign), 'Live');
  await page.locator('#row-long').waitFor();
  await page.locator('#row-long > summary').click();
  await page.locator('#filter').focus();
  const line = page.locator('#row-long .figures svg[data-x] .series path').first();
  await line.waitFor();
  for (let more = 0; more < 2; more++) {
    const [drawn, done] = [await line.getAttribute('d'), Number(await bar.getAttribute('aria-valuenow'))];
    await until('the curve grows', async () => await line.getAttribute('d') !== drawn);
    await until('the bar grows', async () => Number(await bar.getAttribute('aria-valuenow')) > done);
  }

  t.deepEqual(await names(), ['other-row', 'base-row'], 'filtered still, and sorted');
  t.is(await textOf(page.locator('#count')), '2 of 3 rows');
  t.is(await page.locator('#board th[data-column=name]').getAttribute('aria-sort'), 'descending');
  t.true(await page.locator(`#board th[data-column="${key}"]`).isVisible());
  t.is(await page.locator('#filter').inputValue(), 'row');
  t.is(await page.locator('#filter:focus').count(), 1, 'who types goes on typing');
  for (const row of ['base-row', 'other-row', 'long']) {
    t.not(await page.locator(`#row-${row}`).getAttribute('open'), null, `${row} is open still`);
  }

  await page.locator('#now .running .log summary').click();
  sweep.kill('SIGINT');
  await sweep.finished;
  await until('the end shows', async () => await textOf(sign) === 'Stopped: 1 run waits');
  await page.getByText('was interrupted: ablate run goes on with it').waitFor();
  t.is(await bar.count(), 0);
  t.is(await page.locator('#now .list .log[open]').count(), 1, 'its log is open still');
  t.deepEqual(complaints, []);
  t.deepEqual(asked.filter(each => !each.startsWith(`http://127.0.0.1:${server.port}/`) && !each.startsWith('data:')), [], 'nobody else is asked');
});

inBrowser('the page comes back by itself when its server does, and knows what happened meanwhile', async t => {
  const inline = await makeResults(results);
  const first = await startServer(t, inline, '--port', String(await lastingPort()));
  const {page} = await openPage(t);
  await page.goto(first.address);
  await page.locator('#row-other').waitFor();
  await page.locator('#filter').fill('one');
  const names = async () => page.locator('#board tbody th[scope=row]:visible').allTextContents();
  const found = await names();
  first.kill('SIGKILL');
  const sign = page.locator('#sign');
  await until('the page sees that it is gone', async () => await textOf(sign) === 'Server gone, trying again');
  t.true(await page.locator('#board').isVisible(), 'what it knew stays');

  const runs = new Inline(inline.folder);
  await runs.write('new.yaml', tinyExperiment);
  await makePhotos(inline.folder);
  t.is((await runs.ablate('run', 'new.yaml')).code, 0);
  await startServer(t, inline, '--port', String(first.port));
  await until('it is back', async () => await textOf(sign) === 'Stopped: 1 run waits, 1 failed');
  await page.locator('#row-new').waitFor();
  t.is(await page.locator('#filter').inputValue(), 'one');
  t.deepEqual(await names(), found);

  const second = await openPage(t);
  await second.page.goto(`http://127.0.0.1:${first.port}/`);
  t.regex(await textOf(second.page.locator('body')), /^This page wants its token/v);
});

inBrowser('a connection that is dead though nobody closed it is found, and one that is cut is said at once', async t => {
  const server = await startServer(t, await makeResults(results));
  const proxy = await stallingProxy(t, server.port);
  const {page} = await openPage(t);
  await page.clock.install();
  await page.goto(`http://127.0.0.1:${proxy.port}/?token=${server.token}`);
  await page.locator('#row-other').waitFor();
  const sign = page.locator('#sign');
  const known = await textOf(sign);
  const isGone = async () => await textOf(sign) === 'Server gone, trying again';
  proxy.stall();
  await page.clock.fastForward(41_000);
  await until('the silence is taken for what it is', isGone);
  // What is asked then is never answered, which changes nothing.
  await page.clock.fastForward(60_000);
  t.true(await isGone());
  proxy.heal();
  await page.clock.fastForward(60_000);
  await until('it is back', async () => await textOf(sign) === known);

  proxy.stall();
  proxy.cut();
  await until('a cut is said though no question is answered', isGone);
  proxy.heal();
  await until('it is back again', async () => await textOf(sign) === known);
});

inBrowser('a log can be opened, follows, and stays where its reader is', async t => {
  const inline = await makeResults(results);
  const fallen = (inline.query('SELECT run_id FROM runs WHERE status = \'failed\'') as Array<{run_id: string}>)[0]!.run_id;
  await inline.write(`runs/${fallen}/log.txt`, 'a first line\n<b>not bold</b>\n');
  const server = await startServer(t, inline);
  const {page, complaints} = await openPage(t);
  await page.goto(server.address);
  const log = page.locator(`#now .log[data-run="${fallen}"]`);
  await log.locator('summary').click();
  await log.getByText('a first line').waitFor();
  t.is(await textOf(log.locator('pre')), 'a first line\n<b>not bold</b>\n');
  const long = Array.from({length: 200}, (_, index) => `line ${index}\n`).join('');
  const file = path.join(inline.folder, `runs/${fallen}/log.txt`);
  await appendFile(file, long);
  await log.getByText('line 199').waitFor();
  const place = async () => Number(await log.locator('pre').evaluate(element => (element as unknown as {scrollTop: number}).scrollTop));
  t.true(await place() > 1000, 'at its end');
  await log.locator('pre').evaluate(element => {
    (element as unknown as {scrollTop: number}).scrollTop = 40;
  });
  await appendFile(file, 'and more\n');
  await log.getByText('and more').waitFor();
  t.is(await place(), 40);

  await truncate(file);
  await until('what is gone is not shown', async () => await textOf(log.locator('pre')) === '');
  await appendFile(file, 'begun anew\n');
  await log.getByText('begun anew').waitFor();
  t.is(await textOf(log.locator('pre')), 'begun anew\n');
  t.deepEqual(complaints, []);
});

inBrowser('a log that is open stays so where its run slips down among those that are folded up', async t => {
  const failures = Array.from({length: 7}, (_, index) => planRun(`fallen-${index}`, {epochs: index + 1}));
  const failed = (index: number) => [failures[index]!, attemptOf([0.2], {status: 'failed', seq: 0}).map(event => ({...event, at: `2024-05-0${index + 1}T00:00:00.000Z`}))] as const;
  const inline = await makeResults([0, 1, 2, 3, 4].map(index => failed(index)));
  await inline.write(`runs/${failures[0]!.id}/log.txt`, Array.from({length: 200}, (_, index) => `line ${index}\n`).join(''));
  const server = await startServer(t, inline);
  const {page, complaints} = await openPage(t);
  await page.goto(server.address);
  const log = page.locator(`#now .log[data-run="${failures[0]!.id}"]`);
  await log.locator('summary').click();
  await log.getByText('line 199').waitFor();
  const place = async () => Number(await log.locator('pre').evaluate(element => (element as unknown as {scrollTop: number}).scrollTop));
  await log.locator('pre').evaluate(element => {
    (element as unknown as {scrollTop: number}).scrollTop = 40;
  });
  const store = openStore(path.join(inline.folder, 'runs'));
  t.teardown(() => {
    store.close();
  });
  for (const index of [5, 6]) {
    const [run, events] = failed(index);
    store.recordPlan([run]);
    for (const event of events) {
      store.ingest(run.id, event);
    }

    // Before its end is stored it may be seen waiting.
    await page.locator(`#now li[data-key="${run.id}"] .ended-failed`).waitFor();
    t.is(await page.locator('#now .inner .log[open]').count(), 1, 'it is among the others');
    t.true(await log.getByText('line 199').isVisible());
    t.is(await place(), 40);
  }

  t.is(await page.locator('#now .log').count(), 7);
  t.deepEqual(complaints, []);
});

inBrowser('without a script the page shows what there is', async t => {
  const server = await startServer(t, await makeResults(results));
  const {page} = await openPage(t, {javaScriptEnabled: false});
  await until('the results are gathered', async () => {
    await page.goto(server.address);
    return await page.locator('#row-other').count() > 0;
  });
  t.true(await page.locator('noscript p').isVisible());
  t.true(await page.locator('#board').isVisible());
});
