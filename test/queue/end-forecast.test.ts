import test from 'ava';
import {EndForecast} from '../../src/queue/end-forecast.js';

test('a run\'s end is foreseen from the pace of its training, also of one that began in the middle', t => {
  let now = 0;
  const forecast = new EndForecast(() => now);
  const update = (seconds: number, epoch: number, step: number) => {
    now = seconds * 1000;
    forecast.update({phase: 'training', epoch, epochs: 10, step, steps: 10});
  };

  forecast.update({phase: 'decoding', epoch: 1, epochs: 10, step: 9, steps: 10});
  update(100, 5, 10);
  t.false(forecast.isWithin(1e9), 'nothing is known of its pace');
  update(110, 6, 10);
  t.false(forecast.isWithin(39_000));
  t.true(forecast.isWithin(41_000));
  update(149, 10, 9);
  t.true(forecast.isWithin(2000));
});
