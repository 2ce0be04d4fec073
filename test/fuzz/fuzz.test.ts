import test from 'ava';
import {kinds} from './kinds.js';
import {tryInChild} from './try-in-child.js';

// The short form, the same inputs each time. `npm run fuzz` goes on from other seeds.
const seed = 20_240_501;

for (const {name, tries} of kinds) {
  test.serial(`bad input of the kind ${name} is refused in words, or right, and nothing dies of it`, async t => {
    const {complaint, folder, path, tries: done} = await tryInChild({kind: name, seed, tries});
    t.is(complaint, undefined, `the input lies in ${folder}; npm run fuzz -- --kind ${name} --seed ${seed} repeats it (${path})`);
    t.is(done, tries);
  });
}
