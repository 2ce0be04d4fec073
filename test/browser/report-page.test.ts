import path from 'node:path';
import {pathToFileURL} from 'node:url';
import test from 'ava';
import type {Page} from 'playwright-core';
import {makeResults, results} from '../commands/looked-at.js';
import {planRun} from '../queue/fixtures/plan-run.js';
import {attemptOf} from '../store/fixtures/events.js';
import {inBrowser, openPage} from './open-browser.js';

let address = '';

test.before(async () => {
  const more = [planRun('third', {dropout: 0.2, parent: 'one', epochs: 5}), planRun('fourth', {dropout: 0.1, parent: 'one', epochs: 6})] as const;
  const inline = await makeResults([...results, [more[0], attemptOf([0.2, 0.6])], [more[1], attemptOf([0.8, 0.4])]]);
  await inline.ablate('report');
  address = String(pathToFileURL(path.join(inline.folder, 'runs/report/index.html')));
});

async function namesOf(page: Page): Promise<string[][]> {
  const bodies = await page.locator('#board tbody').all();
  return Promise.all(bodies.map(async body => body.locator('tr:not(.group):visible th').allTextContents()));
}

inBrowser('a heading sorts the leaderboard within its groups, and what has no value stays last either way', async t => {
  const {page, complaints, asked} = await openPage(t);
  await page.goto(address);
  const before = await namesOf(page);
  t.deepEqual(before.flat().toSorted(), ['begun', 'elsewhere', 'fallen', 'fourth', 'one', 'other', 'third']);
  const largest = before.findIndex(group => group.includes('one'));
  t.true(before.length > 1, 'there are groups');
  const last = page.locator('#board th[data-column=last] button');
  await last.click();
  const ascending = await namesOf(page);
  t.is(await page.locator('#board th[data-column=last]').getAttribute('aria-sort'), 'ascending');
  t.deepEqual(ascending[largest]!.filter(name => !['begun', 'fallen'].includes(name)), ['one', 'fourth', 'third', 'other']);
  await last.press('Enter');
  const descending = await namesOf(page);
  t.deepEqual(descending[largest]!.filter(name => !['begun', 'fallen'].includes(name)), ['other', 'third', 'fourth', 'one']);
  t.deepEqual(descending.map(group => group.toSorted()), before.map(group => group.toSorted()), 'no row left its group');
  for (const group of [ascending[largest]!, descending[largest]!]) {
    t.deepEqual(group.slice(4).toSorted(), ['begun', 'fallen'].filter(name => group.includes(name)));
  }

  await page.locator('#board th[data-column=name] button').click();
  t.deepEqual((await namesOf(page))[largest], before[largest]!.toSorted());
  t.deepEqual(complaints, []);
  t.deepEqual(asked, [address], 'nothing but the file');
});

inBrowser('the filter wants all of its words in a row, and says how many have them', async t => {
  const {page} = await openPage(t);
  await page.goto(address);
  await page.locator('#filter').fill('OTHER better');
  const found = await namesOf(page);
  t.true(found.flat().every(name => name === 'other'));
  await page.locator('#filter').fill('th');
  t.is(await page.locator('#count').textContent(), `${(await namesOf(page)).flat().length} of 7 rows`);
  await page.locator('#filter').fill('no row says this');
  t.deepEqual((await namesOf(page)).flat(), []);
  t.is(await page.locator('#count').textContent(), '0 of 7 rows');
  await page.locator('#filter').fill('');
  t.is((await namesOf(page)).flat().length, 7);
});

inBrowser('columns can be chosen, by heading and cells together', async t => {
  const {page} = await openPage(t);
  await page.goto(address);
  await page.locator('.columns summary').click();
  const key = await page.locator('input[data-column]:not(:checked)').first().getAttribute('data-column');
  const box = page.locator(`input[data-column="${key}"]`);
  const cells = page.locator(`#board [data-column="${key}"]:visible`);
  t.is(await cells.count(), 0, 'left out at first');
  await box.check();
  t.is(await cells.count(), 8);
  await box.uncheck();
  t.is(await cells.count(), 0);

  const note = page.getByText('cross-fitted:', {exact: false});
  t.false(await note.isVisible());
  await page.locator('input[data-column=cross_fitted]').check();
  t.true(await note.isVisible(), 'what it means comes with it');
});

inBrowser('a line says its values to the pointer, and to the arrow keys', async t => {
  const {page, complaints} = await openPage(t);
  await page.goto(address);
  const plot = page.locator('#curves svg[data-x]').first();
  await plot.scrollIntoViewIfNeeded();
  const box = (await plot.boundingBox())!;
  await page.mouse.move(box.x + (box.width / 2), box.y + (box.height / 2));
  const readout = page.locator('#readout');
  t.regex((await readout.textContent())!, /^epoch \d\n/v);
  await page.mouse.move(2, 2);
  t.false(await readout.isVisible());

  await plot.focus();
  const marker = plot.locator('.marker line');
  const said = page.locator('#said[aria-live=polite]');
  t.is(await said.textContent(), '', 'the pointer is not read aloud');
  const found: string[] = [];
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End']) {
    await page.keyboard.press(key);
    const epoch = /^epoch (\d)\n\d\.\d{3} {2}\w/v.exec((await readout.textContent())!)![1]!;
    t.true((await said.textContent())!.startsWith(`epoch ${epoch}, `));
    t.is(await marker.count(), 1);
    found.push(epoch);
  }

  t.deepEqual(found, ['1', '2', '3', '3', '3', '3', '2', '1', '3'], 'every epoch, and none beyond');
  await page.keyboard.press('Tab');
  t.false(await readout.isVisible());
  t.is(await marker.count(), 0);
  t.deepEqual(complaints, []);
});

inBrowser('the legend hides a line, and an address opens its row', async t => {
  const {page} = await openPage(t);
  await page.goto(`${address}#row-third`);
  t.not(await page.locator('#row-third').getAttribute('open'), null);
  const line = page.locator('.overlay .wide .series path[aria-label=third]');
  t.is(await line.count(), 1);
  await page.locator('input[data-series=third]').uncheck();
  t.false(await line.isVisible());
  await page.locator('input[data-series=third]').check();
  t.true(await line.isVisible());
  await page.locator('#board a', {hasText: 'fourth'}).click();
  await page.locator('#row-fourth[open]').waitFor();
  t.pass();
});

inBrowser('the leaderboard shows what matters most without scrolling, and its lines meet at the fixed column', async t => {
  const {page} = await openPage(t);
  await page.goto(address);
  const [shown, all] = await page.locator('#leaderboard .scroll').evaluate(({clientWidth, scrollWidth}: any) => [clientWidth, scrollWidth] as const);
  t.is(all, shown);
  for (const row of await page.locator('#board tbody tr').all()) {
    const {height} = (await row.boundingBox())!;
    t.true(Number.isInteger(height), `${height} high`);
  }
});

inBrowser('the page follows the system into the dark, and is no wider than a telephone', async t => {
  const backgrounds: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const {page} = await openPage(t, {colorScheme, viewport: {width: 390, height: 844}});
    await page.goto(address);
    backgrounds.push(String(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')));
    const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
    t.true(width <= 390, `${width} wide`);
    for (const part of ['scores', 'curves', 'timeline']) {
      const drawing = page.locator(`#${part} svg:visible`);
      t.is(await drawing.count(), 1);
      const {x, width: drawn} = (await drawing.boundingBox())!;
      t.true(x >= 0 && x + drawn <= 390, `${part} is seen without scrolling`);
    }
  }

  t.deepEqual(backgrounds, ['rgb(255, 255, 255)', 'rgb(22, 24, 28)']);
});

inBrowser('without a script all is there to be read', async t => {
  const {page} = await openPage(t, {javaScriptEnabled: false});
  await page.goto(address);
  t.is((await namesOf(page)).flat().length, 7);
  t.false(await page.locator('.controls').isVisible(), 'what would do nothing is not there');
  await page.locator('#row-third summary').first().click();
  t.true(await page.locator('#row-third .confusion').isVisible());
  t.true(await page.locator('#curves .wide svg').isVisible());
});
