import {readdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {parseHTML} from 'linkedom';
import {makeSplit, planRun} from '../queue/fixtures/plan-run.js';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';
import {attemptOf} from '../store/fixtures/events.js';
import {makeResults, results} from './looked-at.js';

const page = 'runs/report/index.html';

type Element = {
  readonly textContent: string;
  readonly dataset: Readonly<Record<string, string>>;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelectorAll: (selector: string) => Iterable<Element>;
};

async function readReport(inline: Inline, file = page) {
  const text = await readFile(path.join(inline.folder, file), 'utf8');
  const {document} = parseHTML(text) as unknown as {document: Element};
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  return {text, all, texts: (selector: string) => all(selector).map(({textContent}) => textContent.trim())};
}

test('the report is one page that asks nobody for anything, and every link in it leads somewhere', async t => {
  const inline = await makeResults(results);
  const {code, stdout} = await inline.ablate('report');
  t.is(code, 0);
  t.regex(stdout, /^runs\/report\/index\.html: 5 rows, 0\.\d\d MB; report\.md lies beside it\n$/v);
  const {text, all, texts} = await readReport(inline);
  t.notRegex(text, /https?:|\bsrc=|@import|url\(/v);
  t.regex(all('meta[http-equiv]')[0]!.getAttribute('content')!, /^default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src(?: 'sha256-[\w+\/=]+'){2}$/v);
  const ids = all('[id]').map(each => each.getAttribute('id'));
  t.is(new Set(ids).size, ids.length);
  for (const href of all('[href^="#"]').map(each => each.getAttribute('href')!.slice(1))) {
    t.true(ids.includes(href), `#${href}`);
  }

  t.deepEqual(texts('h1'), ['Ablations on drawn-litter']);
  t.deepEqual(texts('h2').slice(0, 2), ['Leaderboard', 'To be wary of']);
  t.regex(texts('#origin pre')[0]!, /^ablate run .+\nablate report$/v, 'a command a line');
});

test('the leaderboard of the page says what the database says, and can be read aloud', async t => {
  const inline = await makeResults(results);
  await inline.ablate('report');
  const {all, texts} = await readReport(inline);
  t.deepEqual(texts('#board tbody th[scope=row]').slice(0, 2), ['other', 'one']);
  t.is(all('#board td[data-column=last]')[0]!.dataset.value, '0.7');
  t.is(texts('#board thead th button').length, texts('#board thead th').length, 'every heading sorts');
  t.is(all('#board th[data-column=last]')[0]!.getAttribute('aria-sort'), 'descending');
  t.deepEqual(texts('details.row summary h3').toSorted(), ['begun', 'elsewhere', 'fallen', 'one', 'other']);
  for (const drawing of all('.drawing svg')) {
    t.is(drawing.getAttribute('role'), 'img');
    t.truthy(drawing.getAttribute('aria-label'));
    t.truthy(drawing.getAttribute('aria-description'));
  }

  t.true(texts('#caveats li').some(line => /^fallen-0-\w{8} \(failed\): gone$/v.test(line)));
  t.true(texts('#row-other .confusion tbody tr').some(line => line.startsWith('glass 3·6')), 'of two seeds, three pictures each');
});

test('the best row is told of each pictures, photos before what ablate drew', async t => {
  const photos = {...makeSplit('b'), dataset: 'photos', synthetic: false};
  const inline = await makeResults([[planRun('drawn'), attemptOf([0.8])], [planRun('real', {split: photos}), attemptOf([0.4])], [planRun('lower', {epochs: 4}), attemptOf([0.6])]]);
  await inline.ablate('report');
  const {texts} = await readReport(inline);
  t.regex(texts('.lead')[0]!, /Best after its last epoch: on 5 pictures of photos: real, 40\.0 % \(.*\); on 5 pictures of drawn-litter: drawn, 80\.0 % \([^\)]*\)\.$/v);
});

test('the same database gives the same files to the last byte, whatever is kept of earlier ones', async t => {
  const inline = await makeResults(results);
  const read = async () => {
    const {code} = await inline.ablate('report');
    t.is(code, 0);
    const names = await readdir(path.join(inline.folder, 'runs/report/pictures'));
    const files = ['index.html', 'report.md', ...names.toSorted().map(name => `pictures/${name}`)];
    return Promise.all(files.map(async name => [name, await readFile(path.join(inline.folder, 'runs/report', name), 'utf8')]));
  };

  const first = await read();
  t.deepEqual(await read(), first, 'nothing was drawn again');
  const kept = path.join(inline.folder, 'runs/report/.pieces.json');
  await writeFile(kept, '{"damaged": 1');
  t.deepEqual(await read(), first);
  await rm(path.join(inline.folder, 'runs/report'), {recursive: true});
  t.deepEqual(await read(), first);
});

test('report.md shows pictures that lie beside it, and of what an earlier report wrote none is left over', async t => {
  const inline = await makeResults(results);
  await inline.write('docs/pictures/mine.svg', 'mine');
  await inline.ablate('report', '-o', 'docs');
  // As if a row had gone since.
  const list = path.join(inline.folder, 'docs/.report.json');
  const names = JSON.parse(await readFile(list, 'utf8')) as string[];
  await writeFile(list, JSON.stringify([...names, 'pictures/gone-accuracy.svg', 'pictures/../mine.svg']));
  await inline.write('docs/pictures/gone-accuracy.svg', '');
  await inline.write('docs/mine.svg', 'mine');
  t.is((await inline.ablate('report', '-o', 'docs')).code, 0);
  t.is(await readFile(path.join(inline.folder, 'docs/mine.svg'), 'utf8'), 'mine');
  const text = await readFile(path.join(inline.folder, 'docs/report.md'), 'utf8');
  const shown = [...text.matchAll(/\]\((pictures\/[^\)]+)\)/gv)].map(([, name]) => name!.replace('pictures/', ''));
  t.deepEqual((await readdir(path.join(inline.folder, 'docs/pictures'))).toSorted(), ['mine.svg', ...shown].toSorted());
  t.true(shown.includes('other-accuracy.svg'));
  const svg = await readFile(path.join(inline.folder, 'docs/pictures/other-accuracy.svg'), 'utf8');
  t.regex(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<title>other: accuracy by epoch<\/title><desc>validation accuracy from 0\.200 to 0\.700/sv);
  t.notRegex(svg, /var\(|currentColor/v);
});

test('photos of a trained row are shown with what it says of them; of those that are gone the page says so', async t => {
  const inline = await Inline.create({'row.yaml': tinyExperiment});
  await makePhotos(inline.folder);
  t.is((await inline.ablate('run', 'row.yaml')).code, 0);
  await inline.ablate('report');
  const before = await readReport(inline);
  const tiles = before.texts('#row-row .tiles.grid .said');
  t.is(tiles.length, 9, 'all that it validates on');
  t.true(tiles.every(text => /^(?:✗ )?pred:(?:blue|green|red) \/ truth:(?:blue|green|red)$/v.test(text)));
  t.is(before.all('.pool image').length, 9);
  t.is(before.all('#row-row .tiles.grid use').length, 9);
  t.true(before.texts('#row-row .network text').includes('10 × 10 × 4'));
  t.notRegex(before.text, new RegExp(inline.folder, 'v'), 'no path of this machine');

  await rm(path.join(inline.folder, 'photos'), {recursive: true});
  await inline.ablate('report');
  const after = await readReport(inline);
  t.is(after.all('.pool image').length, 0);
  t.is(after.texts('#row-row .tiles.grid .lost').length, 9);
  t.regex(after.text, /9 of 9 photos are not shown: they are not on the machine/v);
});

test('names are shown as they are, and never obeyed', async t => {
  const name = '<img onerror=alert(1)>"&\'';
  const inline = await makeResults([[planRun(name), attemptOf([0.2, 0.4])], [planRun('plain', {parent: name, epochs: 4}), attemptOf([0.4, 0.4])]]);
  t.is((await inline.ablate('report')).code, 0);
  const {all, texts} = await readReport(inline);
  t.deepEqual(texts('details.row summary h3').toSorted(), [name, 'plain']);
  t.is(all('img').length, 0);
  for (const file of await readdir(path.join(inline.folder, 'runs/report/pictures'))) {
    const svg = await readFile(path.join(inline.folder, 'runs/report/pictures', file), 'utf8');
    t.notRegex(svg, /<img/v, `in ${file}`);
  }
});

test('a report writes over nothing that no report wrote', async t => {
  const inline = await makeResults(results);
  for (const name of ['index.html', 'report.md', 'pictures/board.svg']) {
    await inline.write(`${name}-of-mine/${name}`, 'mine');
    const {code, stderr} = await inline.ablate('report', '-o', `${name}-of-mine`);
    t.is(code, 2);
    t.true(stderr.includes(`${name}-of-mine/${name}: is there already, and no report of ablate wrote it\n→ Name another folder`), `said ${stderr}`);
    t.deepEqual(await readdir(path.join(inline.folder, `${name}-of-mine`)), [name.split('/')[0]!], 'nothing is written beside it');
    t.is(await readFile(path.join(inline.folder, `${name}-of-mine`, name), 'utf8'), 'mine');
  }
});

test('a report that cannot keep its drawings is written all the same', async t => {
  const inline = await makeResults(results);
  await inline.write('runs/report', 'a file in the place of the folder');
  const {code, stderr} = await inline.ablate('report', '-o', 'docs');
  t.is(code, 0, `said ${stderr}`);
  t.regex((await readReport(inline, 'docs/index.html')).text, /<\/html>/v);
});

test('what cannot be reported is said', async t => {
  const inline = await Inline.create({});
  const nothing = await inline.ablate('report');
  t.is(nothing.code, 2);
  t.regex(nothing.stderr, /holds no results/v);

  const some = await makeResults(results);
  await writeFile(path.join(some.folder, 'taken'), '');
  const taken = await some.ablate('report', '-o', 'taken');
  t.is(taken.code, 2);
  t.regex(taken.stderr, /taken\/index\.html: cannot be written/v);
});

test('files with mistakes are named on stderr and on the page; a folder that cannot be made is one message', async t => {
  const inline = await makeResults(results);
  await inline.write('table/broken.yaml', `${tinyExperiment}epocks: 3\n`);
  await inline.write('table/sound.yaml', tinyExperiment.replace('./photos', '../photos'));
  const {code, stderr} = await inline.ablate('report', 'table');
  t.is(code, 0);
  t.is(stderr, 'Left out because of mistakes, which `ablate validate` tells: table/broken.yaml\n');
  const {texts} = await readReport(inline);
  t.deepEqual(texts('#caveats > p'), ['Left out because of mistakes, which ablate validate tells: table/broken.yaml']);

  const nowhere = await inline.ablate('report', '-o', '/proc/nowhere');
  t.is(nowhere.code, 2);
  t.regex(nowhere.stderr, /^\/proc\/nowhere\/index\.html: cannot be written/v);
});
