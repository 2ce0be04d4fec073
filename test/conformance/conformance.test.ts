import test from 'ava';
import {loadRealEngine} from '../real-engine.js';
import {readAnswers} from './answers.js';
import {drawnPhotos, recordedFile} from './places.js';
import {subjects} from './subjects.js';

test.before(loadRealEngine);

for (const {name, check} of subjects) {
  test.serial(`${name}: as Keras does, by what it answered when it was recorded`, async t => {
    const findings = await check(readAnswers(recordedFile(name)), drawnPhotos);
    t.true(findings.length > 0);
    for (const {what, measure, difference, bar} of findings) {
      t.true(difference <= bar, `${what}: ${difference} (${measure}), at most ${bar}`);
    }
  });
}
