import {rm} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import type {BoardRow} from '../../src/domain/board-row.js';
import {Inline, makePhotos, tinyExperiment, type Finished} from '../run-inline.js';

const rowsOf = ({stdout}: Finished) => (JSON.parse(stdout) as BoardRow[]).map(({name, status}) => [name, status]);

test('before anything was run the board of files shows their rows as not run; without files there are no results', async t => {
  const inline = await Inline.create({'table/a.yaml': tinyExperiment, 'table/b.yaml': tinyExperiment});
  const {code, stdout, stderr} = await inline.ablate('board', 'table', '--json');
  t.is(stderr, '');
  t.is(code, 0);
  t.deepEqual(rowsOf({code, stdout, stderr}), [['a', 'not run'], ['b', 'not run']]);
  t.notRegex((await inline.ablate('board', 'table')).stdout, /last: /v);
  t.regex((await inline.ablate('board')).stderr, /no results/iv);
});

test('files with mistakes are left out and named on one line of stderr', async t => {
  const inline = await Inline.create({'a.yaml': tinyExperiment, 'b.yaml': `${tinyExperiment}epocks: 3\n`, 'c.yaml': 'layers: ['});
  const found = await inline.ablate('board', '.', '--json');
  t.is(found.code, 0);
  t.deepEqual(rowsOf(found), [['a', 'not run']]);
  t.is(found.stderr, 'Left out because of mistakes, which `ablate validate` tells: b.yaml, c.yaml\n');
});

test('of files that are gone the results are shown still; a path that never was is told', async t => {
  const inline = await Inline.create({'table/a.yaml': tinyExperiment.replace('./photos', '../photos'), 'b.yaml': tinyExperiment.replace('epochs', 'name: other\nepochs')});
  await makePhotos(inline.folder);
  t.is((await inline.ablate('run', 'table')).code, 0);
  await rm(path.join(inline.folder, 'table/a.yaml'));
  t.deepEqual(rowsOf(await inline.ablate('board', 'table', '--json')), [['a', 'done']]);
  await rm(path.join(inline.folder, 'table'), {recursive: true});
  for (const given of ['table', 'table/a.yaml']) {
    t.deepEqual(rowsOf(await inline.ablate('board', given, '--json')), [['a', 'done']]);
    t.deepEqual(rowsOf(await inline.ablate('board', given, 'b.yaml', '--json')), [['a', 'done'], ['other', 'not run']]);
  }

  const never = await inline.ablate('board', 'tabel');
  t.is(never.code, 2);
  t.regex(never.stderr, /tabel/v);
});
