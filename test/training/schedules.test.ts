import test from 'ava';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import {applyDefaults} from '../../src/spec/apply-defaults.js';
import {experimentSchema} from '../../src/spec/schema.js';
import {createSchedule} from '../../src/training/create-schedule.js';
import type {Schedule} from '../../src/training/schedule.js';

const stepsPerEpoch = 4;
const epochs = 12;

function schedule(written: Record<string, unknown>): Schedule {
  const config = applyDefaults({schedule: written, optimizer: {name: 'sgd', learning_rate: 1}, epochs}, experimentSchema);
  return createSchedule(config as ExperimentConfig, stepsPerEpoch);
}

function inEpoch(each: Schedule, epoch: number): number[] {
  return Array.from({length: stepsPerEpoch}, (_, step) => each.rateAt(((epoch - 1) * stepsPerEpoch) + step));
}

const badEpoch = {loss: 1, accuracy: 0, val_loss: 1, val_accuracy: 0};

test('restarts come at the very step, whatever the lengths of the cycles', t => {
  for (const [growth, starts] of Object.entries({
    1: [7, 70, 700_007],
    1.1: [1000, 2100, 3310, 4641],
    1.5: [1000, 2500, 4750, 8125],
    2: [7, 21, 7 * ((2 ** 15) - 1)],
    3: [7, 28, 7 * ((3 ** 9) - 1) / 2],
  })) {
    const each = schedule({name: 'sgdr', unit: 'steps', first_decay: starts[0], t_mul: Number(growth)});
    for (const start of starts) {
      t.true(each.rateAt(start) > 0.999_999, `t_mul ${growth}: a cycle begins at ${start}`);
      t.true(each.rateAt(start - 1) < 0.1, `t_mul ${growth}: a cycle ends before ${start}`);
    }
  }
});

test('a rate changes within an epoch, not only between them', t => {
  const rates = inEpoch(schedule({name: 'cosine'}), 6);
  t.true(rates.every((rate, index) => index === 0 || rate < rates[index - 1]!));
});

test('boundaries in epochs say how many epochs have the rate before', t => {
  const each = schedule({name: 'step', boundaries: [2, 3], factor: 0.5, warmup: 1, warmup_from: 0.5});
  t.deepEqual([1, 2, 3, 4, 5].map(epoch => inEpoch(each, epoch).at(0)), [0.5, 1, 1, 0.5, 0.25]);
  t.deepEqual(inEpoch(each, 1), [0.5, 0.625, 0.75, 0.875]);
});

test('a plateau goes on from its state, which JSON can hold, as if it had never stopped', t => {
  const written = {name: 'plateau', factor: 0.5, patience: 2, cooldown: 1};
  const [whole, resumed] = [schedule(written), schedule(written)];
  for (let epoch = 1; epoch <= 4; epoch++) {
    whole.endEpoch(badEpoch, epoch * stepsPerEpoch);
  }

  t.deepEqual(resumed.state, {rate: 1, wait: 0, cooldown: 0});
  const kept = JSON.stringify(whole.state);
  resumed.state = JSON.parse(kept) as Schedule['state'];
  for (let epoch = 5; epoch <= 8; epoch++) {
    for (const each of [whole, resumed]) {
      each.endEpoch(badEpoch, epoch * stepsPerEpoch);
    }

    t.is(resumed.rateAt(epoch * stepsPerEpoch), whole.rateAt(epoch * stepsPerEpoch));
  }

  t.true(whole.rateAt(8 * stepsPerEpoch) < 0.5);
});

test('the epochs of a warm-up are no plateau', t => {
  const each = schedule({name: 'plateau', factor: 0.5, patience: 1, warmup: 2});
  const first = [1, 2, 3, 4].map(epoch => {
    const rate = inEpoch(each, epoch)[0];
    each.endEpoch(badEpoch, epoch * stepsPerEpoch);
    return rate;
  });
  // The third epoch is the first to be looked at, the fourth the first that is no better.
  t.deepEqual(first, [0, 0.5, 1, 1]);
  t.is(inEpoch(each, 5)[0], 0.5);
});
