import test from 'ava';
import {describeNetwork} from '../../../src/commands/subject/describe-network.js';
import {completeLayers} from '../../complete-layers.js';
import {planRun} from '../../queue/fixtures/plan-run.js';

test('a rate of dropout is drawn as it is, however small', t => {
  const {experiment: {config}} = planRun('row');
  const layers = completeLayers([{flatten: {}}, {dropout: 0.25}, {dropout: 1e-7}, {dense: {units: 'classes', activation: 'softmax'}}]);
  t.deepEqual(describeNetwork({...config, model: {layers}}, 2).blocks.map(({detail}) => detail), ['', '0.25', '1e-7', 'classes, softmax']);
});
