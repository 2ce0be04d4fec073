import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import type {RunEvent} from '../../src/domain/run-event.js';
import type {RunProfile} from '../../src/domain/run-profile.js';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';

test('--profile tells where an epoch\'s time went, of each run on each slot, and keeps it; without it nothing is measured', async t => {
  const inline = await Inline.create({'base.yaml': `${tinyExperiment}seeds: [0, 1]\n`});
  await makePhotos(inline.folder);
  const {code, stdout} = await inline.ablate('run', '.', '--slots', '2', '--profile');
  t.is(code, 0);
  for (const seed of [0, 1]) {
    t.regex(stdout, new RegExp(`^base seed ${seed}: where an epoch's time went`, 'mv'));
  }

  t.regex(stdout, /first epoch +mean of 2 later\n +waiting for data +[\d.]+ ms +[\d.]+ % +[\d.]+ ms +[\d.]+ %\n +forward, backward, update/v);
  t.notRegex(stdout, /GPU/v);
  for (const id of ['base-0', 'base-1'].map(start => readdirSync(path.join(inline.folder, 'runs')).find(name => name.startsWith(start))!)) {
    const read = (file: string) => readFileSync(path.join(inline.folder, 'runs', id, file), 'utf8');
    const {epochs, preparing} = JSON.parse(read('profile.json')) as RunProfile;
    const lines = read('events.jsonl').trimEnd().split('\n').map(line => JSON.parse(line) as RunEvent);
    const ended = lines.find(event => event.type === 'ended');
    const told = lines.filter(event => event.type === 'epoch').map(({seconds}) => seconds * 1000);
    t.is(epochs.length, 3);
    for (const [index, times] of epochs.entries()) {
      t.true(Object.values(times).every(each => each > 0));
      const parts = times.data + times.training + times.evaluation;
      // Both see the same steps; beside them stand only events, models and progress.
      t.true(parts <= told[index]! && parts + times.runner >= told[index]!, `${JSON.stringify(times)} of ${told[index]} ms`);
    }

    const whole = preparing + epochs.reduce((sum, {data, training, evaluation, runner}) => sum + data + training + evaluation + runner, 0);
    t.true(whole <= ended!.seconds * 1000);
  }

  await inline.write('other.yaml', 'extends: base.yaml\nepochs: 1\nseeds: [0]\n');
  const json = await inline.ablate('run', 'other.yaml', '--profile', '--json');
  const updates = json.stdout.trimEnd().split('\n').map(line => JSON.parse(line) as {kind: string; profile?: RunProfile});
  t.deepEqual(updates.filter(({kind}) => kind === 'profile').map(({profile}) => profile!.epochs.length), [1]);
  await inline.write('plain.yaml', 'extends: base.yaml\nepochs: 2\nseeds: [0]\n');
  t.notRegex((await inline.ablate('run', 'plain.yaml')).stdout, /where an epoch/v);
  const plain = readdirSync(path.join(inline.folder, 'runs')).find(name => name.startsWith('plain'))!;
  t.false(readdirSync(path.join(inline.folder, 'runs', plain)).includes('profile.json'));
});
