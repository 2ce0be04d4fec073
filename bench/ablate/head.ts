import type tf from '../../src/engine/tfjs.js';
import {labelTensor} from '../../src/dataset/batches.js';
import {Random} from '../../src/engine/random.js';
import type {Batch, TrainingData} from '../../src/training/training-data.js';
import type {Head} from '../task.js';
import {epochTrainer} from './epoch-trainer.js';
import {RowsInMemory} from './rows-in-memory.js';
import type {Turn} from './turn.js';

/** Epochs of a run on features instead of pictures. Its validation, of one batch, is not counted. */
export async function head({file, count, width, config, classes, epochs}: Head): Promise<Turn> {
  const data = featureData(await RowsInMemory.read(file, [width]), classes, config.batch_size);
  const trainEpochs = epochTrainer({config, classes, data, input: {features: width}});
  const stepsPerSecond = async (number: number) => {
    let seconds = 0;
    await trainEpochs(number, ({event}) => {
      seconds += count / event.pictures_per_second;
    });
    return data.training.steps * number / seconds;
  };

  await stepsPerSecond(1);
  return async () => [await stepsPerSecond(epochs)];
}

function featureData(rows: RowsInMemory, classes: number, batchSize: number): TrainingData {
  const random = Random.fromSeed(0);
  const batchOf = (indices: Uint32Array | readonly number[]): Batch =>
    ({pictures: rows.take<tf.Tensor2D>(indices), labels: labelTensor(Array.from(indices, index => index % classes), classes)});
  return {
    training: {
      count: rows.count,
      steps: Math.ceil(rows.count / batchSize),
      * batches(epoch) {
        const order = random.fork(epoch).permutation(rows.count);
        for (let start = 0; start < order.length; start += batchSize) {
          yield batchOf(order.subarray(start, start + batchSize));
        }
      },
    },
    validation: {
      count: batchSize,
      steps: 1,
      * batches() {
        yield batchOf(Array.from({length: batchSize}, (_, index) => index));
      },
    },
  };
}
