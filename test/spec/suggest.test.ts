import test from 'ava';
import {dereference} from '../../src/spec/schema.js';
import {suggest} from '../../src/spec/suggest.js';

// Keras' names of its classes, and what they are called in a file.
const optimizers = {Adagrad: 'adagrad', Adam: 'adam', AdamW: 'adamw', Nadam: 'nadam', RMSprop: 'rmsprop', SGD: 'sgd'};
const initializers = {
  GlorotUniform: 'glorot_uniform',
  GlorotNormal: 'glorot_normal',
  HeUniform: 'he_uniform',
  HeNormal: 'he_normal',
  LecunUniform: 'lecun_uniform',
  LecunNormal: 'lecun_normal',
  RandomUniform: 'random_uniform',
  RandomNormal: 'random_normal',
  TruncatedNormal: 'truncated_normal',
  Zeros: 'zeros',
  Ones: 'ones',
};

test('every optimizer and initializer is known by the name of its class in Keras', t => {
  const named = dereference({$ref: '#/definitions/initializer'}).enum;
  t.deepEqual(Object.values(initializers), named as string[], 'every initializer is asked for');
  for (const classes of [optimizers, initializers]) {
    for (const [name, ours] of Object.entries(classes)) {
      t.is(suggest(name, Object.values(classes)), ` Did you mean "${ours}"?`);
    }
  }
});

test('a word that is equal but for its case and punctuation is nearer than one edit', t => {
  t.is(suggest('Adamw', Object.values(optimizers)), ' Did you mean "adamw"?');
  t.is(suggest('Beta 2', ['beta_1', 'beta_2']), ' Did you mean "beta_2"?');
  t.is(suggest('nadm', Object.values(optimizers)), ' Did you mean "nadam"?');
});
