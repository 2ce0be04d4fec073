import path from 'node:path';
import Database from 'better-sqlite3';
import test from 'ava';
import type {Batch, TrainingData} from '../../src/training/training-data.js';
import {limitSteps} from '../../src/worker/limit-steps.js';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';
import {createRows, featureExperiment} from './feature-rows.js';

/** Data of 21 pictures in batches of 8; says which batches were made, and which epochs were given up early. */
function createData(): {readonly data: TrainingData; readonly made: string[]; readonly left: number[]} {
  const [made, left]: [string[], number[]] = [[], []];
  const validation: TrainingData['validation'] = {count: 5, steps: 1, batches: () => []};
  const data: TrainingData = {
    training: {
      count: 21,
      steps: 3,
      * batches(epoch) {
        let isWhole = false;
        try {
          for (let step = 1; step <= 3; step++) {
            made.push(`${epoch}.${step}`);
            yield {epoch, step} as unknown as Batch;
          }

          isWhole = true;
        } finally {
          left.push(...isWhole ? [] : [epoch]);
        }
      },
    },
    validation,
  };
  return {data, made, left};
}

test('an epoch takes the first batches of its own, and none is made that nobody takes', t => {
  const {data, made, left} = createData();
  const {training, validation} = limitSteps(data, 2, 8);
  t.deepEqual([training.count, training.steps], [16, 2]);
  t.is(validation, data.validation);
  const batches = [1, 2].flatMap(epoch => [...training.batches(epoch)]);
  t.deepEqual(batches as unknown[], [{epoch: 1, step: 1}, {epoch: 1, step: 2}, {epoch: 2, step: 1}, {epoch: 2, step: 2}]);
  t.deepEqual(made, ['1.1', '1.2', '2.1', '2.2']);
  t.deepEqual(left, [1, 2]);
});

test('all steps are all pictures, the last batch not full', t => {
  const {data} = createData();
  const {training} = limitSteps(data, 3, 8);
  t.deepEqual([training.count, training.steps], [21, 3]);
  t.is([...training.batches(1)].length, 3);
});

test('an epoch of two steps trains on two batches, on photos and on features', async t => {
  // Every step multiplies the rate by 1/2, so that rates count steps.
  const schedule = 'schedule: {name: exponential, unit: steps, decay: 1, decay_rate: 0.5}\n';
  const {inline} = await createRows(t, {
    'parent/row.yaml': `${tinyExperiment.replace('./photos', '../photos')}${schedule}`,
    'rows/photos.yaml': 'extends: ../parent/row.yaml\nsteps_per_epoch: 2\n',
    'rows/features.yaml': `${featureExperiment.replaceAll('./', '../')}${schedule}steps_per_epoch: 2\n`,
  });
  t.is((await inline.ablate('run', 'rows')).code, 0);
  const database = new Database(path.join(inline.folder, 'runs/ablate.db'), {readonly: true});
  const epochs = database.prepare<[], {run_id: string; learning_rate: number}>('select run_id, learning_rate from epochs order by run_id, epoch').all();
  database.close();
  const rates = (name: string) => epochs.filter(({run_id: id}) => id.startsWith(`${name}-`)).map(({learning_rate: rate}) => rate / 0.01);
  // Each epoch's last step, counted from 0; all 21 photos would make three of them.
  const after = (...steps: number[]) => steps.map(step => 0.5 ** step);
  const round = (values: number[]) => values.map(value => Number(value.toPrecision(5)));
  t.deepEqual(round(rates('photos')), round(after(1, 3, 5)));
  t.deepEqual(round(rates('features')), round(after(1, 3)));
});

test('more steps than there are is a mistake at its line, before anything trains', async t => {
  const inline = await Inline.create({'row.yaml': `${tinyExperiment.trim()}\nsteps_per_epoch: 4\n`});
  await makePhotos(inline.folder);
  for (const command of ['validate', 'run']) {
    const {code, stdout, stderr} = await inline.ablate(command, '.');
    t.is(code, 2);
    t.regex(stdout + stderr, /row\.yaml:13:18 steps_per_epoch: 4 is more than the 3 batches of 8 that all 21 training photos make/v);
  }

  t.is((await inline.ablate('validate', '.', '--set', 'steps_per_epoch=3')).code, 0);
});
