import {readFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import sharp from 'sharp';
import {ids, makeResults, results} from './looked-at.js';

test('every kind of picture is drawn of a row, as SVG, PNG and PDF', async t => {
  const inline = await makeResults(results);
  for (const kind of ['board', 'curves', 'confusion', 'grid', 'network']) {
    for (const form of ['svg', 'png', 'pdf']) {
      const {code, stdout, stderr} = await inline.ablate('plot', kind, 'other', '-o', `${kind}.${form}`);
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
