import os from 'node:os';
import test from 'ava';
import {findDevices, parseGpus} from '../../src/engine/devices.js';

test('without CUDA in the engine there is one device, the processor, with its memory', t => {
  const devices = findDevices({cuda: false});
  t.is(devices.length, 1);
  const [{kind, index, name, memoryBytes}] = devices as [typeof devices[number]];
  t.is(kind, 'cpu');
  t.is(index, 0);
  t.true(name.length > 0);
  t.true(memoryBytes > 100e6 && memoryBytes <= os.totalmem());
});

test('nvidia-smi\'s lines are read: index, name and memory, also where it cannot tell the memory', t => {
  const csv = '0, NVIDIA H100 80GB HBM3, 81559\n1, NVIDIA GB10, [N/A]\n';
  t.deepEqual(parseGpus(csv), [
    {kind: 'gpu', index: 0, name: 'NVIDIA H100 80GB HBM3', memoryBytes: 81_559 * 1_048_576},
    {kind: 'gpu', index: 1, name: 'NVIDIA GB10', memoryBytes: 0},
  ]);
});
