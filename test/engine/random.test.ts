import test from 'ava';
import {Random, type RandomState} from '../../src/engine/random.js';

test('the words are those of xoshiro128**, computed from its C source', t => {
  const random = Random.fromState({key: '', words: [1, 2, 3, 4]});
  t.deepEqual(
    Array.from({length: 8}, () => random.uint32()),
    [11_520, 0, 5_927_040, 70_819_200, 2_031_721_883, 1_637_235_492, 1_287_239_034, 3_734_860_849],
  );
});

test('a seed gives the same draws again, and another seed others', t => {
  const draws = (seed: number) => {
    const random = Random.fromSeed(seed);
    return Array.from({length: 20}, () => random.uniform());
  };

  t.deepEqual(draws(7), draws(7));
  t.notDeepEqual(draws(7), draws(8));
});

test('a fork depends on seed and label, not on what was drawn meanwhile', t => {
  const drawn = Random.fromSeed(3);
  drawn.uniform();
  const fork = Random.fromSeed(3).fork('order').uint32();
  t.is(drawn.fork('order').uint32(), fork);
  t.not(drawn.fork('augment').uint32(), fork);
  t.not(Random.fromSeed(3).uint32(), fork);
});

test('a generator goes on from its state through JSON, forks and all', t => {
  const random = Random.fromSeed(11);
  random.permutation(10);
  const written = JSON.stringify(random.state);
  const resumed = Random.fromState(JSON.parse(written) as RandomState);
  t.deepEqual(resumed.permutation(50), random.permutation(50));
  t.is(resumed.fork(4).uint32(), random.fork(4).uint32());
});

test('draws fill their range evenly', t => {
  const random = Random.fromSeed(5);
  const draws = Array.from({length: 20_000}, () => random.uniform(-2, 6));
  t.true(draws.every(value => value >= -2 && value < 6));
  const eighths = Array.from({length: 8}, (_, index) => draws.filter(value => Math.floor(value) === index - 2).length);
  // 2500 each are expected, with a deviation of 47.
  t.true(eighths.every(count => Math.abs(count - 2500) < 250), `${eighths.join(' ')}`);
});

test('normal draws have mean 0 and deviation 1', t => {
  const random = Random.fromSeed(6);
  const draws = Array.from({length: 20_000}, () => random.normal());
  const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
  const variance = draws.reduce((sum, value) => sum + ((value - mean) ** 2), 0) / draws.length;
  t.true(Math.abs(mean) < 0.03);
  t.true(Math.abs(variance - 1) < 0.05);
});

test('a permutation holds each number once, and every place is as likely', t => {
  const random = Random.fromSeed(9);
  const firsts = Array.from({length: 6000}, () => {
    const order = random.permutation(6);
    t.deepEqual([...order].toSorted((left, right) => left - right), [0, 1, 2, 3, 4, 5]);
    return order[0];
  });
  const counts = Array.from({length: 6}, (_, value) => firsts.filter(first => first === value).length);
  t.true(counts.every(count => Math.abs(count - 1000) < 150), `${counts.join(' ')}`);
});
