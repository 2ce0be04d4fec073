import test from 'ava';
import {errors} from '../../src/errors.js';
import {explainFailure} from '../../src/worker/explain-failure.js';

test('an error of the catalogue keeps its code, message and hint', t => {
  const error = errors.cannotReadFile('a.png', Object.assign(new Error('no'), {code: 'EACCES'}));
  t.deepEqual(explainFailure('run', error), {status: 'failed', problem: {code: error.code, message: error.message, hint: error.hint}});
});

test('what allocators say is want of memory', t => {
  for (const message of [
    'OOM when allocating tensor with shape[32,300,300,64] and type float on /job:localhost/replica:0/task:0/device:GPU:0 by allocator GPU_0_bfc [Op:Conv2D]',
    'Array buffer allocation failed',
    'ENOMEM: not enough memory, read',
    'RESOURCE_EXHAUSTED: failed to allocate memory',
  ]) {
    const {status, problem} = explainFailure('run', new Error(message));
    t.is(status, 'out-of-memory');
    t.is(problem.code, 'out-of-memory');
    t.true(problem.message.includes(message));
  }
});

test('anything else is a bug, also where no error was thrown', t => {
  t.like(explainFailure('run-1', new TypeError('x is undefined')), {status: 'failed', problem: {code: 'internal', message: 'x is undefined'}});
  t.like(explainFailure('run-1', 'words'), {status: 'failed', problem: {code: 'internal', message: 'words'}});
  t.regex(explainFailure('run-1', new Error('x')).problem.hint!, /ablate logs run-1/v);
});

test('a GPU that somebody else uses is no fault of the run', t => {
  t.like(explainFailure('run', new Error('Internal: CUDA_ERROR_DEVICE_UNAVAILABLE: all CUDA-capable devices are busy or unavailable')), {status: 'failed', problem: {code: 'device-busy'}});
});
