import process from 'node:process';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import tf from '../../src/engine/tfjs.js';
import {prepareData} from '../../src/worker/prepare-data.js';
import type {Growth} from '../task.js';
import {epochTrainer} from './epoch-trainer.js';
import type {Turn} from './turn.js';

/**
A whole training of a small model; what is in memory after all of its epochs, and after the first few. What JavaScript would collect
some time, and the room that it keeps for more (20 MB at times, with as much in use), is taken from it before each look: it is no growth.
*/
export async function growth({of, order, early}: Growth): Promise<Turn> {
  return async () => {
    const {experiment: {config}, split: {classes: {length: classes}}} = order;
    const data = await prepareData(order, () => undefined);
    const figures: number[] = [];
    const collectGarbage = garbageCollector();
    await epochTrainer({config, classes, data})(config.epochs, ({event: {epoch}}) => {
      if (epoch === early || epoch === config.epochs) {
        collectGarbage();
        figures.unshift(of === 'tensors' ? tf.memory().numTensors : process.memoryUsage.rss() / (2 ** 20));
      }
    });
    return figures;
  };
}

// V8 gives free room back to the system only after several whole collections.
const collections = 5;

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return () => {
    for (let count = 0; count < collections; count++) {
      collect();
    }
  };
}
