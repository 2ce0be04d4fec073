import type {Stopwatch} from '../training/stopwatch.js';
import type {Batch, TrainingData} from '../training/training-data.js';

/** The same batches; the time until each is there counts for `data`. */
export function watchData({training, validation}: TrainingData, watch: Stopwatch): TrainingData {
  return {
    training: {...training, batches: (epoch, skip) => watchBatches(training.batches(epoch, skip), watch)},
    validation: {...validation, batches: () => watchBatches(validation.batches(), watch)},
  };
}

function * watchBatches(batches: Iterable<Batch>, watch: Stopwatch): Generator<Batch, void> {
  let before = watch.switchTo('data');
  for (const batch of batches) {
    watch.switchTo(before);
    yield batch;
    before = watch.switchTo('data');
  }

  watch.switchTo(before);
}
