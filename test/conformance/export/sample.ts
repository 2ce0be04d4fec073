import type {ExportedRun} from '../../../src/domain/exported-run.js';

/** A run that was never trained, with a name that YAML 1.1 takes for something else, and an epoch that left the numbers. */
export const sample: ExportedRun = {
  runId: 'on-3-0123abcd', name: 'on', seed: 3, status: 'done', dataset: 'trashnet', startedAt: '2024-01-01T00:00:00.000Z', endedAt: '2024-01-01T01:00:00.000Z',
  engine: 'tensorflow 2.15.1', device: 'CPU (2 threads)',
  config: {epochs: 3, optimizer: {name: 'adam', learning_rate: 0.001}, model: {layers: ['flatten', {dense: {units: 6}}]}, augment: 'none'},
  epochs: [
    {epoch: 1, loss: 1.5, accuracy: 0.25, val_loss: 1.75, val_accuracy: 0.5, learning_rate: 0.001, seconds: 20},
    {epoch: 2, loss: 0.75, accuracy: 0.5, val_loss: null, val_accuracy: 0.625, learning_rate: 0.001, seconds: 10},
    {epoch: 3, loss: 0.625, accuracy: 0.75, val_loss: 1.125, val_accuracy: 0.6875, learning_rate: 0.0005, seconds: 10},
  ],
};
