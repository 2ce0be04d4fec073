import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import sharp from 'sharp';
import {makeSplit, planRun} from '../queue/fixtures/plan-run.js';
import type {Inline} from '../run-inline.js';
import {attemptOf} from '../store/fixtures/events.js';
import {ids, makeResults, results} from './looked-at.js';
import {bringPhotos, photographed} from './photographed.js';

/** The size that an SVG is printed in, and of each drawing in it the sizes that it is drawn in and shown in. */
function sizesOf(svg: string) {
  return [...svg.matchAll(/<svg[^>]*>/gv)].map(([head]) => {
    const number = (name: string) => Number(new RegExp(String.raw` ${name}="([\d.]+)"`, 'v').exec(head)![1]);
    return {width: number('width'), height: number('height'), drawn: / viewBox="0 0 ([^"]*)"/v.exec(head)![1]!};
  });
}

function linesOf(svg: string): string[] {
  return [...svg.matchAll(/<g [^>]*><path [^>]*aria-label="row[^>]*>/gv)].map(([line]) => line);
}

/** The results, and `seen`, whose photos are here. */
async function makeWithPhotos(): Promise<Inline> {
  const split = photographed(makeSplit('photos'));
  return bringPhotos(await makeResults([...results, [planRun('seen', {split}), attemptOf([0.2, 0.4])]]), split);
}

test('every kind of picture is drawn of a row, as SVG, PNG and PDF', async t => {
  const inline = await makeWithPhotos();
  for (const kind of ['board', 'curves', 'confusion', 'grid', 'network']) {
    for (const form of ['svg', 'png', 'pdf']) {
      const {code, stdout, stderr} = await inline.ablate('plot', kind, 'seen', '-o', `${kind}.${form}`);
      t.is(code, 0, `said ${stderr}`);
      t.is(stdout, `${kind}.${form}\n`);
    }

    const read = async (form: string) => readFile(path.join(inline.folder, `${kind}.${form}`));
    t.regex((await read('svg')).toString(), /^<svg xmlns="[^"]*" .*<\/svg>\n$/sv);
    t.is((await read('pdf')).subarray(0, 5).toString(), '%PDF-');
    const {format, density} = await sharp(await read('png')).metadata();
    t.is(format, 'png');
    t.is(density, 300);
  }
});

test('a picture is as wide as was asked, and the same each time', async t => {
  const inline = await makeResults(results);
  const draw = async (file: string) => {
    t.is((await inline.ablate('plot', 'curves', ids.one, '--width', '85', '-o', file)).code, 0);
    return readFile(path.join(inline.folder, file));
  };

  const {width} = await sharp(await draw('one.png')).metadata();
  t.true(Math.abs(width - (85 / 25.4 * 300)) < 4, `${width} wide`);
  t.deepEqual(await draw('one.pdf'), await draw('one.pdf'));
});

test('every kind of picture has the width that was asked for, and letters of 9 points', async t => {
  const inline = await makeWithPhotos();
  for (const kind of ['board', 'curves', 'confusion', 'grid', 'network']) {
    for (const millimetres of [60, 180]) {
      const {code, stderr} = await inline.ablate('plot', kind, 'seen', '--width', String(millimetres), '-o', 'one.svg');
      t.is(code, 0, `said ${stderr}`);
      const svg = await readFile(path.join(inline.folder, 'one.svg'), 'utf8');
      const pixels = Math.round(millimetres / 25.4 * 96);
      t.is(sizesOf(svg)[0]!.width, pixels);
      for (const {width, height, drawn} of sizesOf(svg)) {
        t.is(drawn, `${width} ${height}`, `${kind} is drawn as large as it is shown`);
      }

      t.deepEqual([...new Set([...svg.matchAll(/ font-size="([^"]*)"/gv)].map(([, size]) => size))], ['12'], `${kind}`);
    }
  }
});

test('the legend of many curves takes no room from them, and shows each as it is drawn; more than can be told apart are refused', async t => {
  const names = Array.from({length: 13}, (_, index) => `row-${index}-of-thirteen`);
  const inline = await makeResults(names.map((name, index) => [planRun(name, {epochs: index + 4}), attemptOf([0.2, 0.4])]));
  const draw = async (rows: readonly string[]) => {
    t.is((await inline.ablate('plot', 'curves', ...rows, '--width', '60', '-o', 'many.svg')).code, 0);
    return readFile(path.join(inline.folder, 'many.svg'), 'utf8');
  };

  const [two, svg] = [await draw(names.slice(0, 2)), await draw(names.slice(0, 12))];
  const firstLine = (drawing: string) => / d="[^"]*"/v.exec(linesOf(drawing)[0]!)![0];
  t.is(firstLine(svg), firstLine(two), 'the plot is as high');
  t.is(sizesOf(svg)[0]!.height - sizesOf(two)[0]!.height, 10 * 18, 'the picture is higher by ten lines');
  for (const name of names.slice(0, 12)) {
    t.true(svg.includes(`>${name}</text>`), `${name} is named`);
  }

  const looks = linesOf(svg).map(line => `${/ stroke="[^"]*"/v.exec(line)![0]}${/ stroke-dasharray="[^"]*"/v.exec(line)?.[0] ?? ''}`);
  t.is(new Set(looks).size, 12);
  t.is([...svg.matchAll(/ stroke-dasharray="6 3"/gv)].length, 2 * 6, 'half of the lines are dashed, and what shows them in the legend');

  const {code, stderr} = await inline.ablate('plot', 'curves', ...names);
  t.is(code, 2);
  t.is(stderr, 'curves: 13 lines in one picture, of which 12 can be told apart\n→ Name 12 rows at most, or make several pictures. On the page of `ablate report` rows can be shown and hidden.\n');
});

test('a picture bears the title that it is given, and of several rows each its name', async t => {
  const inline = await makeResults(results);
  await inline.ablate('plot', 'confusion', 'one', 'other', '--title', 'What <they> say', '-o', 'both.svg');
  const svg = await readFile(path.join(inline.folder, 'both.svg'), 'utf8');
  t.deepEqual([...svg.matchAll(/font-weight="bold"[^>]*>([^<]*)</gv)].map(([, text]) => text), ['What &lt;they&gt; say', 'one', 'other']);
});

test('confusions are shown as shares of what scikit-learn calls true, pred or all', async t => {
  const inline = await makeResults(results);
  const figuresOf = async (...args: readonly string[]) => {
    t.is((await inline.ablate('plot', 'confusion', 'one', ...args, '-o', 'one.svg')).code, 0);
    return [...(await readFile(path.join(inline.folder, 'one.svg'), 'utf8')).matchAll(/<text [^>]*>(\d[\d.]+|\d)<\/text>/gv)].map(([, figure]) => Number(figure)).slice(0, -2);
  };

  const counts = await figuresOf();
  const sum = counts.reduce((total, count) => total + count, 0);
  t.is(sum, 5);
  t.deepEqual(await figuresOf('--normalize', 'all'), counts.map(count => Number((count / sum).toFixed(2))));
  const shares = await figuresOf('--normalize', 'true');
  t.true(Math.abs(shares.reduce((total, share) => total + share, 0) - 2) < 0.02, `the shares of two classes are ${shares.join(', ')}`);
});

test('curves of one metric alone, also of several rows; what cannot be compared is said', async t => {
  const inline = await makeResults(results);
  const {stderr} = await inline.ablate('plot', 'curves', 'one', 'elsewhere', 'fallen', '--metric', 'loss', '-o', 'loss.svg');
  t.regex(stderr, /^These curves are of different validation pictures, and cannot be compared: one, fallen \(5 of drawn-litter\); elsewhere \(5 of drawn-litter\)\.\nfallen is not done \(failed\): /v);
  t.false((await readFile(path.join(inline.folder, 'loss.svg'), 'utf8')).includes('accuracy'));
});

test('the board of a folder has the rows below it', async t => {
  const inline = await makeResults(results);
  t.is((await inline.ablate('plot', 'board', 'experiments', '-o', 'all.svg')).code, 0);
  t.is((await inline.ablate('plot', 'board', 'experiments/one.yaml', 'other', '-o', 'two.svg')).code, 0);
  const read = async (file: string) => readFile(path.join(inline.folder, file), 'utf8');
  t.true((await read('all.svg')).includes('>elsewhere</text>'));
  t.false((await read('two.svg')).includes('>elsewhere</text>'));
  t.regex(await read('two.svg'), />best epoch \(optimistic\)<\/text>/v);
});

test('curves of several rows lie over each other under their names', async t => {
  const inline = await makeResults(results);
  await inline.ablate('plot', 'curves', 'one', 'other', '-o', 'both.svg');
  const svg = await readFile(path.join(inline.folder, 'both.svg'), 'utf8');
  t.deepEqual([...svg.matchAll(/<path [^>]*aria-label="(\w+)"/gv)].map(([, name]) => name), ['one', 'other']);
  t.regex(svg, />one<\/text>/v);
});

test('what cannot be drawn is said', async t => {
  const inline = await makeResults(results);
  for (const [args, expected] of [
    [['curves', 'one', '-o', 'one.gif'], /^one\.gif: its ending names no kind of picture\n→ Let it end in \.svg, \.png, \.pdf\./v],
    [['curves', 'one', '-o', 'one.constructor'], /^one\.constructor: its ending names no kind of picture\n/v],
    [['network', ...Array.from({length: 60}, () => 'one'), '-o', 'long.png'], /^the picture is 3,\d{3} mm long, and a PNG .* can be 2,774 mm\n→ Write it as \.svg or \.pdf/v],
    [['grid', 'other'], /^grid: none of the photos of other is on this machine, or all have changed since \(drawn-litter\)\n→ Bring them back/v],
    [['curves'], /^curves: name a run or a row\n/v],
    [['curves', 'nobody'], /^nobody: no run has this id, and no row this name\n/v],
    [['confusion', 'begun'], /^confusion: begun has no stored probabilities/v],
    [['network', 'one', '--width', 'broad'], /^--width broad: expected millimetres, 50 to 1000\n/v],
    [['pie', 'one'], /Allowed choices are board, curves, confusion, grid, network/v],
  ] as const) {
    const {code, stderr} = await inline.ablate('plot', ...args);
    t.is(code, 2, `plot ${args.join(' ')}`);
    t.regex(stderr, expected);
  }
});

test('a PDF has its font inside, and is refused for letters that the font lacks; a PNG says to look at it', async t => {
  const inline = await makeResults([[planRun('一'), attemptOf([0.2, 0.4])], [planRun('größer-β', {epochs: 4}), attemptOf([0.2, 0.4])]]);
  t.is((await inline.ablate('plot', 'curves', 'größer-β', '-o', 'one.pdf')).code, 0);
  t.true((await readFile(path.join(inline.folder, 'one.pdf'))).includes('/FontFile2 '));

  const refused = await inline.ablate('plot', 'board', '-o', 'board.pdf');
  t.is(refused.code, 2);
  t.is(refused.stderr, 'board.pdf: the font of PDFs has no letters for 一\n→ Let it end in .svg: that is shown with the fonts of whoever looks at it. A .png has the fonts of this machine.\n');
  t.false(existsSync(path.join(inline.folder, 'board.pdf')));

  const told = await inline.ablate('plot', 'board', '-o', 'board.png');
  t.is(told.code, 0);
  t.regex(told.stderr, /^The picture has letters that it shows only if this machine has a font for them \(一\): look at it\./v);
});
