import path from 'node:path';
import test from 'ava';
import stringWidth from 'string-width';
import {compareSubjects} from '../../src/commands/diff/compare-subjects.js';
import {readSubject} from '../../src/commands/subject/read-subject.js';
import {scoreRuns} from '../../src/commands/score-runs.js';
import {describeSubject} from '../../src/commands/show/describe-subject.js';
import {diffText} from '../../src/report/diff/diff-text.js';
import type {Detail} from '../../src/report/show/detail.js';
import {showText} from '../../src/report/show/show-text.js';
import {openStore} from '../../src/store/open-store.js';
import {makeResults} from '../commands/looked-at.js';
import {planRun} from '../queue/fixtures/plan-run.js';
import {attemptOf} from '../store/fixtures/events.js';

const names = ['the-first-of-two-rows-of-long-names', 'the-second-of-two-rows-of-long-names'] as const;
const accuracies = (epochs: number) => Array.from({length: epochs}, (_, epoch) => ((epoch * 7) % 6) / 5);

/** Two rows with several seeds, long names and long trainings. */
async function longOnes() {
  const told = [0, 1, 2, 3, 4, 5].flatMap(seed => [
    [planRun(names[0], {seed, seeds: [0, 1, 2, 3, 4, 5], epochs: 300}), attemptOf(accuracies(300 + seed).slice(seed))] as const,
    [planRun(names[1], {seed, seeds: [0, 1, 2, 3, 4, 5], epochs: 120, dropout: 0.5, parent: names[0]}), attemptOf(accuracies(120))] as const,
  ]);
  const {folder} = await makeResults(told);
  const runs = path.join(folder, 'runs');
  const store = openStore(runs);
  await scoreRuns(store, told.map(([{id}]) => id));
  const places = {cwd: folder, env: {}, cache: folder, runs};
  const [from, to] = [await readSubject(names[0], store, places), await readSubject(names[1], store, places)];
  return {difference: compareSubjects(from, to, store), detail: describeSubject(to, store, places)};
}

const widest = (text: string) => Math.max(...text.split('\n').map(line => stringWidth(line)));

test('nothing is wider than the terminal, from 80 to 200 columns', async t => {
  const {difference, detail} = await longOnes();
  for (const width of [80, 100, 120, 160, 200]) {
    t.true(widest(diffText(difference, {width, pictures: 20})) <= width, `diff in ${width} columns`);
    t.true(widest(showText(detail, {width, pictures: 20})) <= width, `show in ${width} columns`);
  }

  t.true(showText(detail, {width: 80, pictures: 20}).includes('seed 2'), 'as many seeds as there is room for');
  t.true(showText(detail, {width: 200, pictures: 20}).includes('seed 5'));
});

test('a training of fewer epochs has a shorter curve', async t => {
  const {difference} = await longOnes();
  const lines = diffText(difference, {width: 100, pictures: 0}).split('\n');
  const [longer, shorter] = lines.slice(lines.findIndex(line => line.startsWith('val_accuracy')) + 1).map(line => [...line].filter(each => '▁▂▃▄▅▆▇█'.includes(each)).length);
  t.true(longer! > 30);
  t.is(shorter, Math.round(longer! * 120 / 300));
});

test('where all counts have no room, the most frequent mistakes are listed', async t => {
  const {detail} = await longOnes();
  const classes: Detail['classes'] = Array.from({length: 30}, (_, index) => ({
    name: `class-${index}`, pictures: 40, recall: 0.5, taken_for: Array.from({length: 30}, (__, said) => said === index ? 20 : (said === 7 ? index : 0)),
  }));
  const text = showText({...detail, classes, scored: 1}, {width: 100, pictures: 0});
  t.true(text.includes('class-29        40   0.500\n'));
  t.true(text.includes('Most often: 29 class-29 taken for class-7, 28 class-28 taken for class-7, '));
  t.true(widest(text) <= 100);
  t.false(text.includes('a row is what is right'));
});

test('a verdict says of which row it is, and what would settle what is not known', async t => {
  const {difference} = await longOnes();
  const verdict = {...difference.verdict!, difference: 0.046, interval: {low: 0.0105, high: 0.08}, pValue: 0.0004, helpers: 3} as const;
  const shown = (changed: object) => diffText({...difference, verdict: {...verdict, ...changed}}, {width: Number.POSITIVE_INFINITY, pictures: 0}).split('\n\n')[2]!.split('\n');
  const [first, second] = names;
  const basis = 'About training with any seed, on the same 5 validation pictures of drawn-litter. '
    + 'How much seeds matter is told by these rows and 3 others on the same pictures.';
  t.deepEqual(shown({verdict: 'better', settling: null}), [`${second} is better than ${first}: +4.6 points, 95 % interval +1.1 to +8.0, p < 0.001.`, basis]);
  t.true(shown({verdict: 'worse', settling: null})[0]!.startsWith(`${second} is worse than ${first}: `));
  t.deepEqual(shown({verdict: 'within noise', settling: {pictures: 1234, seeds: 'never'}}).slice(2), [
    'If it is truly this large, this would tell in four of five cases: 1,300 validation pictures with these seeds.',
    'No number of seeds alone would.',
  ]);
  t.deepEqual(shown({verdict: 'within noise', settling: {pictures: 'never', seeds: 'never'}}).slice(2), ['No number of pictures or seeds alone would.']);
  t.is(shown({verdict: 'within noise', difference: 0, settling: {pictures: 'never', seeds: 'unknown'}}).length, 2, 'what is equal cannot be settled');
});
