import test from 'ava';
import {countThings} from '../../src/spec/count-things.js';

const change = (key: string, [from, to]: readonly [unknown, unknown] = [1, 2]) => ({key, from, to});

test('keys are things of their own', t => {
  t.is(countThings([]), 0);
  t.is(countThings([change('epochs')]), 1);
  t.is(countThings([change('epochs'), change('batch_size')]), 2);
  t.is(countThings([change('optimizer.learning_rate'), change('optimizer.beta_1')]), 2, 'of one optimizer');
});

test('what comes with another block, or with a layer, is one thing with it', t => {
  t.is(countThings([change('optimizer.name'), change('optimizer.learning_rate'), change('optimizer.momentum', [undefined, 0.9])]), 1);
  t.is(countThings([change('optimizer.name'), change('schedule.name'), change('schedule.first_decay', [undefined, 1])]), 2);
  t.is(countThings([change('split.method'), change('split.validation')]), 1);
  t.is(countThings([change('model.layers'), change('dropout', [undefined, 0.5])]), 1);
  t.is(countThings([change('model.layers'), change('dropout', [0.5, 0.2])]), 2, 'a rate that was there before');
});
