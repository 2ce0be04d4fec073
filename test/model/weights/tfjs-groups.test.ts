import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {tfjsGroups} from '../../../src/model/weights/tfjs-groups.js';

async function refusal(group: unknown): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ablate-tfjs-'));
  execFileSync('mkfifo', [path.join(folder, 'pipe.bin')]);
  mkdirSync(path.join(folder, 'folder.bin'));
  writeFileSync(path.join(folder, 'shard.bin'), new Uint8Array(16));
  const file = path.join(folder, 'model.json');
  writeFileSync(file, JSON.stringify({format: 'layers-model', weightsManifest: [group]}));
  return tfjsGroups(file).then(() => 'taken', (error: unknown) => (error as Error).message);
}

const weight = {name: 'l1/kernel', shape: [2, 2], dtype: 'float32'};

test('shards are files beside the model, and nothing else on the machine', async t => {
  t.is(await refusal({paths: ['shard.bin'], weights: [weight]}), 'taken');
  for (const name of ['../../../../../../etc/passwd', '/etc/passwd', '/dev/zero', '.', '', '..', 'pipe.bin', 'folder.bin', 'none.bin']) {
    t.regex(await refusal({paths: [name], weights: []}), /^its shard .*is not beside it$/v, `${name}`);
  }
});

test('what is no list of weights is no model', async t => {
  for (const group of [null, 3, {}, {paths: 'x', weights: []}, {paths: [3], weights: []}, {paths: [], weights: [null]}, {paths: [], weights: [{...weight, shape: 'ab'}]}]) {
    t.regex(await refusal(group), /^it has no `weightsManifest`/v);
  }
});

test('a shape is made of whole numbers', async t => {
  for (const shape of [[-2, -2], [0.5, 8], [1e300], ['2', '2'], [null], [{}]]) {
    t.regex(await refusal({paths: ['shard.bin'], weights: [{...weight, shape}]}), /^l1\/kernel has no shape that an array can have: \[/v);
  }
});
