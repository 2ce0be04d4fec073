import {cp, mkdtemp, readFile, rename, rm, utimes, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import type {BoardRow} from '../../../src/domain/board-row.js';
import {Inline, makePhotos, tinyExperiment} from '../../run-inline.js';

const history = 'epoch,loss,accuracy,val_loss,val_accuracy\n1,2,0.5,2,0.312500\n2,1,0.6,1,0.843750\n3,1,0.7,1,0.687500\n4,1,0.7,1,0.968750\n5,1,0.7,1,0.406250\n6,1,0.7,1,0.593750\n';

/** A parent of three seeds, and rows that differ from it in one thing, two, what the network is shown, and the pictures. */
async function makeTable(): Promise<Inline> {
  const inline = await Inline.create({
    'table/base.yaml': `${tinyExperiment.replace('./photos', '../photos')}seeds: [0, 1, 2]\npublished: {validation_score: 0.97, history: ../base-97.csv}\n`,
    'table/slow.yaml': 'extends: base.yaml\noptimizer: {learning_rate: 0.000001}\n',
    'table/two.yaml': 'extends: base.yaml\nepochs: 2\nbatch_size: 4\n',
    'table/large.yaml': 'extends: base.yaml\nimage_size: 14\nseeds: [0]\n',
    'table/other.yaml': 'extends: base.yaml\nsplit: {validation: 0.4}\npublished: {validation_score: 0.5, history: ../other.csv}\n',
    'base-97.csv': history,
    'other.csv': history,
  });
  await makePhotos(inline.folder);
  const {code, stderr} = await inline.ablate('run', 'table');
  if (code !== 0) {
    throw new Error(stderr);
  }

  return inline;
}

const table = makeTable();

async function rowsOf(inline: Inline, ...args: string[]): Promise<ReadonlyMap<string, BoardRow>> {
  const {stdout} = await inline.ablate('board', '--json', ...args);
  return new Map((JSON.parse(stdout) as BoardRow[]).map(row => [row.name, row]));
}

test.serial('rows have intervals, and verdicts against their parents on the same pictures', async t => {
  const rows = await rowsOf(await table);
  for (const {name, last, last_low: low, last_high: high} of rows.values()) {
    t.true(low! <= last! && last! <= high!, `for ${name}`);
  }

  const [base, slow, two, large, other] = ['base', 'slow', 'two', 'large', 'other'].map(name => rows.get(name)!) as [BoardRow, BoardRow, BoardRow, BoardRow, BoardRow];
  t.like(base, {against: null, verdict: null, difference: null, changed: 0, interval_of: 'training'});
  t.true(Math.abs(slow.difference! - (slow.last! - base.last!)) < 1e-12);
  t.true(slow.difference_low! <= slow.difference! && slow.difference! <= slow.difference_high!);
  t.like(slow, {against: 'base', changed: 1, other_inputs: false});
  t.true(['better', 'worse', 'within noise'].includes(slow.verdict!));
  t.like(two, {changed: 2});
  t.like(large, {other_inputs: true, interval_of: 'network', last_sd: null});
  t.like(other, {verdict: 'not comparable', against: 'base', difference: null, p: null});
  t.not(other.split_id, base.split_id);
  t.like(base, {published: 0.97, reproduction: base.last_high! >= 0.965 ? 'reproduced' : 'explained by its protocol'});
});

test.serial('rows that cannot be compared stand apart, under what makes them comparable', async t => {
  const inline = await table;
  const {stdout} = await inline.ablate('board');
  t.regex(stdout, /^9 validation pictures of photos, 12x12 nearest, preprocess unit$/mv);
  t.regex(stdout, /^9 validation pictures of photos, 14x14 nearest, preprocess unit\nlarge .* (?:better|worse|within noise)† /mv);
  t.regex(stdout, /^12 validation pictures of photos, 12x12 nearest, preprocess unit\nother .* not comparable /mv);
  t.regex(stdout, /^two +2 things: epochs 3 → 2, batch_size 8 → 4 /mv);
  t.notRegex((await inline.ablate('board', '--group', 'none')).stdout, /^9 validation pictures of photos, /mv);
  t.regex((await inline.ablate('board', '--group', 'image_size')).stdout, /\nimage size 14\nlarge /v);
  t.regex((await inline.ablate('board', '--group', 'colour')).stderr, /--group colour: the leaderboard has no such column/v);
});

test.serial('--against compares every row with one, which may be no row that is shown', async t => {
  const inline = await table;
  const rows = await rowsOf(inline, '--against', 'slow');
  t.like(rows.get('base'), {against: 'slow'});
  t.like(rows.get('slow'), {against: null, verdict: null});
  const parent = await rowsOf(inline);
  t.is(rows.get('base')!.difference, -parent.get('slow')!.difference!);
  const alone = await rowsOf(inline, 'table/two.yaml', '--against', 'slow');
  t.deepEqual([...alone.keys()], ['two']);
  t.is(alone.get('two')!.difference, rows.get('two')!.difference);
  t.regex((await inline.ablate('board', '--against', 'slow')).stdout, /against slow/v);
  const wrong = await inline.ablate('board', '--against', 'slwo');
  t.is(wrong.code, 2);
  t.regex(wrong.stderr, /--against slwo: the leaderboard has no such row\. Did you mean "slow"\?/v);
});

test.serial('what is shown changes no verdict', async t => {
  const inline = await table;
  const all = await rowsOf(inline);
  const few = await rowsOf(inline, '--where', 'name=two');
  t.deepEqual(few.get('two'), all.get('two'));
  t.regex((await inline.ablate('board', '--where', 'name=two')).stdout, /corrected for the 3 comparisons of this board, of which 1 is shown;/v);
  t.is((await inline.ablate('board', '--where', 'last>2')).stdout, 'None of 5 rows for which this holds.\n');
});

test.serial('columns are chosen, added and taken away by name', async t => {
  const inline = await table;
  const heads = async (...args: string[]) => (await inline.ablate('board', '--group', 'none', ...args)).stdout.split('\n', 1)[0]!.split(/ {2,}/v);
  t.deepEqual(await heads('--columns', 'name,macro_f1,interval'), ['row', 'macro f1', '95 %']);
  t.true((await heads('--columns', '+macro_f1,-best')).includes('macro f1'));
  t.false((await heads('--columns', '+macro_f1,-best')).includes('best*'));
  t.is((await inline.ablate('board', '--csv', '--columns', 'name,interval', '--sort', 'name')).stdout.split('\r\n', 1)[0], 'name,last_low,last_high');
  const wrong = await inline.ablate('board', '--columns', 'name,lasst');
  t.is(wrong.code, 2);
  t.regex(wrong.stderr, /--columns lasst: the leaderboard has no such column/v);
});

test.serial('a published score is read by as many batches as its history rests on', async t => {
  const inline = await table;
  const {stdout} = await inline.ablate('board', '--json', '--columns', 'name,last,best,protocol,reproduction,interval', '--where', 'name=base');
  const [base] = JSON.parse(stdout) as [BoardRow];
  // One batch of 32 of 9 pictures is all of them: the best epoch of a run, whichever of three somebody trained.
  const bests = inline.query('SELECT best FROM scores WHERE run_id LIKE \'base-%\' ORDER BY best') as Array<{best: number}>;
  t.true(Math.abs(base.protocol! - (bests.reduce((sum, {best}) => sum + best, 0) / 3)) < 1e-9);
  t.true(Math.abs(base.protocol_low! - bests[0]!.best) < 1e-9);
  t.true(Math.abs(base.protocol_high! - bests[2]!.best) < 1e-9);
});

test.serial('--published shows each history once, read for what its figures say', async t => {
  const inline = await table;
  const rows = await rowsOf(inline, '--published');
  const [base, other] = [rows.get('base-97.csv')!, rows.get('other.csv')!];
  t.like(base, {status: 'published', published: 0.97, last: 0.593_75, best: 0.968_75, epochs: 6, validation_pictures: 32, last_low: null, verdict: null});
  t.is(base.reading, 'best is 31 of 32, in epoch 4; same figures as other.csv');
  t.truthy(other);
  t.regex((await inline.ablate('board', '--published')).stdout, /^published histories\n.*base-97\.csv .* 0\.969 /msv);
  await rm(path.join(inline.folder, 'other.csv'));
  const without = await inline.ablate('board', '--published');
  t.is(without.code, 0);
  t.regex(without.stderr, /^The published history of other is left out\. .*other\.csv/v);
  await writeFile(path.join(inline.folder, 'other.csv'), history);
});

test.serial('the published histories of a project that was moved are found where its files say', async t => {
  const inline = await table;
  const published = async (place: Inline) => {
    const rows = await rowsOf(place, '--published');
    const {stderr} = await place.ablate('plot', 'curves', 'base', '-o', 'curves.svg');
    const {reading} = rows.get('base-97.csv') ?? {};
    const report = await place.ablate('report');
    t.is(report.code, 0);
    return {reading, protocol: rows.get('base')!.protocol, stderr, told: report.stderr, curves: await readFile(path.join(place.folder, 'curves.svg'), 'utf8')};
  };

  const before = await published(inline);
  t.regex(before.reading!, /^best is 31 of 32/v);
  t.notRegex(before.told, /left out/v);
  const moved = new Inline(`${inline.folder}-moved`);
  await rename(inline.folder, moved.folder);
  t.deepEqual(await published(moved), before);
  await rename(moved.folder, inline.folder);
});

test.serial('LaTeX is a booktabs table with nothing that LaTeX would take for its own', async t => {
  const {stdout} = await (await table).ablate('board', '--latex');
  const lines = stdout.split('\n');
  const body = lines.filter(line => !line.startsWith('%'));
  t.regex(body[0]!, /^\\begin\{tabular\}\{@\{\}.*@\{\}\}$/v);
  for (const rule of ['toprule', 'midrule', 'bottomrule', 'end{tabular}']) {
    t.is(body.filter(line => line === `\\${rule}`).length, 1, `one ${rule}`);
  }

  const columns = body.find(line => line.startsWith('row & '))!.split(' & ').length;
  for (const line of body.filter(each => each.includes(' & '))) {
    t.is(line.split(' & ').length, columns, `in ${line}`);
    t.notRegex(line, /(?<!\\)[%_#]|[→−†]/v);
  }

  t.true(body.some(line => line.startsWith(String.raw`two & 2 things: epochs 3 $\rightarrow$ 2, batch\_size 8 $\rightarrow$ 4 & `)));
});

test.serial('a row whose file, or one that it extends, says something else is told, but not where only a comment changed', async t => {
  const inline = await table;
  const changed = async () => [...(await rowsOf(inline)).values()].filter(row => row.file_changed).map(({name}) => name).toSorted();
  t.deepEqual(await changed(), []);
  const file = path.join(inline.folder, 'table/two.yaml');
  await writeFile(file, '# a comment\nextends: base.yaml\nepochs: 2\nbatch_size: 4\n');
  t.deepEqual(await changed(), []);
  await writeFile(file, 'extends: base.yaml\nepochs: 2\nbatch_size: 5\n');
  t.deepEqual(await changed(), ['two']);
  t.regex((await inline.ablate('board')).stdout, /^two .* file changed$/mv);
  await inline.write('table/two.yaml', 'extends: base.yaml\nepochs: 2\nbatch_size: 4\n');
  const base = path.join(inline.folder, 'table/base.yaml');
  const text = `${tinyExperiment.replace('./photos', '../photos')}seeds: [0, 1, 2]\npublished: {validation_score: 0.97, history: ../base-97.csv}\n`;
  await writeFile(base, text.replace('learning_rate: 0.01', 'learning_rate: 0.02'));
  t.deepEqual(await changed(), ['base', 'large', 'other', 'two'], 'slow has a rate of its own');
  await writeFile(base, text);
  t.deepEqual(await changed(), []);
});

test.serial('results whose pictures were added to, or replaced, are told', async t => {
  const inline = await table;
  const changed = async () => [...(await rowsOf(inline)).values()].filter(row => row.data_changed).length;
  t.is(await changed(), 0);
  const extra = path.join(inline.folder, 'photos/red/zzz.png');
  await writeFile(extra, 'not even a picture');
  t.is(await changed(), 5);
  t.regex((await inline.ablate('board')).stdout, /data changed: pictures were added/v);
  await rm(extra);
  t.is(await changed(), 0, 'the folder is newer, and holds the same');
  // The folder's time alone says nothing.
  await utimes(path.join(inline.folder, 'photos'), new Date(), new Date());
  t.is(await changed(), 0);
});

test.serial('files are those of their rows wherever they lie by now, and whatever folder one stands in', async t => {
  const inline = await table;
  const elsewhere = await mkdtemp(path.join(os.tmpdir(), 'ablate-test-'));
  t.teardown(async () => {
    await rm(elsewhere, {recursive: true});
  });
  await cp(path.join(inline.folder, 'table'), path.join(elsewhere, 'copy'), {recursive: true});
  const other = new Inline(elsewhere).with({ABLATE_RUNS: path.join(inline.folder, 'runs')});
  const rows = await rowsOf(other, 'copy');
  t.deepEqual([...rows.values()].map(({name, status, file_gone: isGone}) => `${name} ${status} ${String(isGone)}`).toSorted(), [
    'base done false', 'large done false', 'other done false', 'slow done false', 'two done false',
  ]);
  const {stdout, stderr} = await other.ablate('show', 'copy/two.yaml');
  t.is(stderr, '');
  t.regex(stdout, /^two {2}done, 3 seeds$/mv);
  await writeFile(path.join(elsewhere, 'copy/two.yaml'), 'extends: base.yaml\nepochs: 2\nbatch_size: 5\n');
  t.true((await rowsOf(other, 'copy/two.yaml')).get('two')!.file_changed);
});

test.serial('rows that share their runs are not compared, and cost no other row its verdict', async t => {
  const inline = await table;
  const before = await rowsOf(inline);
  await inline.write('table/twin.yaml', 'extends: base.yaml\n');
  t.is((await inline.ablate('run', 'table')).code, 0);
  const after = await rowsOf(inline);
  t.like(after.get('twin'), {verdict: 'same runs', p: null, difference: null, against: 'base'});
  for (const name of ['slow', 'two', 'large']) {
    t.is(after.get(name)!.p, before.get(name)!.p, `for ${name}`);
    t.is(after.get(name)!.difference_low, before.get(name)!.difference_low, `for ${name}`);
  }

  t.regex((await inline.ablate('board')).stdout, /^twin +\S* +.*same runs/mv);
  await rm(path.join(inline.folder, 'table/twin.yaml'));
  t.like((await rowsOf(inline)).get('twin'), {file_gone: true, file_changed: false});
});

test.serial('a row that is renamed in its file, or whose file is broken, has changed; what cannot be looked at stops no board', async t => {
  const inline = await table;
  const states = async () => [...(await rowsOf(inline)).values()].filter(row => row.file_changed).map(({name}) => name);
  await inline.write('table/two.yaml', 'extends: base.yaml\nname: renamed\nepochs: 2\nbatch_size: 4\n');
  t.deepEqual(await states(), ['two']);
  await inline.write('table/two.yaml', 'extends: base.yaml\nepochs: [\n');
  t.deepEqual(await states(), ['two']);
  await inline.write('table/two.yaml', 'extends: base.yaml\nepochs: 2\nbatch_size: 4\n');
  await rename(path.join(inline.folder, 'table'), path.join(inline.folder, 'kept'));
  await inline.write('table', 'a file in the place of a folder');
  t.is((await inline.ablate('board')).code, 0);
  await rm(path.join(inline.folder, 'table'));
  await rename(path.join(inline.folder, 'kept'), path.join(inline.folder, 'table'));
  await rename(path.join(inline.folder, 'photos'), path.join(inline.folder, 'kept'));
  await inline.write('photos', 'no folder');
  const {code, stdout} = await inline.ablate('board');
  t.is(code, 0);
  t.regex(stdout, /^base .* data changed/mv);
  await rm(path.join(inline.folder, 'photos'));
  await rename(path.join(inline.folder, 'kept'), path.join(inline.folder, 'photos'));
});
