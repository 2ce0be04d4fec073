import type {Batch, TrainingData} from '../training/training-data.js';

/** The same data, of whose training batches an epoch takes the first `steps`, of `batchSize` pictures each. */
export function limitSteps({training, validation}: TrainingData, steps: number, batchSize: number): TrainingData {
  return {
    training: {
      count: Math.min(training.count, steps * batchSize),
      steps,
      batches: (epoch, skip = 0) => firstOf(training.batches(epoch, skip), steps - skip),
    },
    validation,
  };
}

function * firstOf(batches: Iterable<Batch>, count: number): Generator<Batch> {
  if (count <= 0) {
    return;
  }

  let taken = 0;
  for (const batch of batches) {
    yield batch;
    taken += 1;
    if (taken === count) {
      return;
    }
  }
}
