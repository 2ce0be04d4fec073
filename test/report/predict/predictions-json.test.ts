import test from 'ava';
import type {Prediction, Predictions} from '../../../src/domain/prediction.js';
import {predictionsJson} from '../../../src/report/predict/predictions-json.js';

const photo = (path: string): Prediction => ({path, file: `/${path}`, probabilities: Float32Array.of(0.25, 0.75), truth: undefined});

const predictions: Predictions = {
  runId: 'a-0-01234567', row: '"photos": []', epoch: 'last', dataset: 'photos', rules: {label: 'r.yaml', language: 'en'},
  classes: ['glass', 'metal'].map(name => ({name, shown: undefined, bin: {key: name, name}, hint: undefined})),
  photos: ['a.jpg', 'line\n.jpg', 'c.jpg'].map(path => photo(path)), faults: [{path: 'd.jpg', reason: 'gone'}],
};

for (const [what, given] of [['photos', predictions], ['no photo', {...predictions, photos: [], faults: []}]] as const) {
  test(`JSON of ${what} comes by parts, a photo each, which are one document together`, t => {
    const parts = [...predictionsJson(given)];
    t.is(parts.length, given.photos.length + 2);
    const document = JSON.parse(parts.join('')) as {readonly row: string; readonly photos: ReadonlyArray<{readonly path: string; readonly class: string}>};
    t.is(parts.join(''), `${JSON.stringify(document, undefined, 2)}\n`, 'laid out as any other');
    t.is(document.row, '"photos": []');
    t.deepEqual(document.photos.map(each => [each.path, each.class]), given.photos.map(({path}) => [path, 'metal']));
  });
}
