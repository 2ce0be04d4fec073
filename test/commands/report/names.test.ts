import {readFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {parseHTML} from 'linkedom';
import sharp from 'sharp';
import {makeSplit, planRun} from '../../queue/fixtures/plan-run.js';
import {attemptOf} from '../../store/fixtures/events.js';
import {makeResults} from '../looked-at.js';
import {bringPhotos, photographed} from '../photographed.js';

type Drawn = {
  readonly textContent: string;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelectorAll: (selector: string) => Iterable<Drawn>;
};

const odd = ['var(--x) currentColor "&<', '\u{1B}[31m|two\nlines`_*\\'] as const;
const shown = ['var(--x) currentColor "&<', '\u{241B}[31m|two\u{240A}lines`_*\\'] as const;

const split = photographed({...makeSplit('odd'), classes: odd});

async function makeOdd() {
  return makeResults([[planRun('one', {split}), attemptOf([0.2, 0.4])], [planRun('other', {split, epochs: 4}), attemptOf([0.4, 0.4])]]);
}

test('rows that are called as parts of drawings are keep their names in all of them', async t => {
  const names = ['x-large', 'dot', 'line', 'plain'];
  const inline = await makeResults(names.map((name, index) => [planRun(name, {epochs: 3 + index}), attemptOf([0.2, 0.4])] as const));
  t.is((await inline.ablate('report')).code, 0);
  const read = async (file: string) => readFile(path.join(inline.folder, 'runs/report', file), 'utf8');
  const {document} = parseHTML(await read('index.html')) as unknown as {document: Drawn};
  const attributes = (selector: string, name: string) => [...document.querySelectorAll(selector)].map(each => each.getAttribute(name));
  t.deepEqual(attributes('.overlay .wide .series path', 'aria-label').toSorted(), names.toSorted());
  t.deepEqual(attributes('input[data-series]', 'data-series').toSorted(), names.toSorted());
  for (const name of names) {
    t.regex(await read(`pictures/${name}-accuracy.svg`), new RegExp(`<title>${name}: accuracy by epoch</title>`, 'v'));
  }
});

test('names of classes are drawn as they are, whatever they hold', async t => {
  const inline = await makeOdd();
  const seeing = await bringPhotos(inline, split);
  for (const kind of ['confusion', 'grid']) {
    for (const form of ['svg', 'png', 'pdf']) {
      const {code, stderr} = await seeing.ablate('plot', kind, 'one', '-o', `${kind}.${form}`);
      t.is(code, 0, `${kind}.${form}: ${stderr}`);
    }

    const svg = await readFile(path.join(inline.folder, `${kind}.svg`), 'utf8');
    t.notRegex(svg, /(?!\n)\p{Cc}/v, 'XML holds no control characters');
    const {document} = parseHTML(svg) as unknown as {document: Drawn};
    const texts = [...document.querySelectorAll('text')].map(each => each.textContent);
    for (const name of kind === 'confusion' ? shown : [`truth:${shown[0]}`, `pred:${shown[1]} /`]) {
      t.true(texts.includes(name), `${name} in ${texts.join('; ')}`);
    }

    t.is((await sharp(path.join(inline.folder, `${kind}.png`)).metadata()).format, 'png');
  }
});

test('Markdown shows names of classes as they are, in tables that stay whole', async t => {
  const inline = await makeOdd();
  t.is((await inline.ablate('report')).code, 0);
  const text = await readFile(path.join(inline.folder, 'runs/report/report.md'), 'utf8');
  t.notRegex(text, /(?!\n)\p{Cc}/v);
  const escaped = [String.raw`var(--x) currentColor "&amp;&lt;`, '\u{241B}\\[31m\\|two\u{240A}lines\\`\\_\\*\\\\'];
  t.true(text.includes(`| class | pictures | recall | ${escaped.join(' | ')} |\n| --- | ---: | ---: | ---: | ---: |\n| ${escaped[0]} | 3 | 0.000 | 0 | 3 |\n| ${escaped[1]} | 2 |`), `in ${text}`);
});
