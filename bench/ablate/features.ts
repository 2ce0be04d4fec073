import tf from '../../src/engine/tfjs.js';
import {loadFrozenBackbone} from '../../src/model/frozen-backbone.js';
import {poolMaps} from '../../src/worker/pool-maps.js';
import type {Features} from '../task.js';
import {RowsInMemory} from './rows-in-memory.js';
import type {Turn} from './turn.js';

/** Pooled features of photos, batch by batch from the host's memory. */
export async function features({backbone: name, photos, batchSize}: Features): Promise<Turn> {
  const backbone = await loadFrozenBackbone({name, weights: undefined, seed: 0});
  const rows = await RowsInMemory.read(photos.file, [photos.size, photos.size, 3]);
  const turn = async () => {
    const start = performance.now();
    for (let from = 0; from < rows.count; from += batchSize) {
      const indices = Array.from({length: Math.min(batchSize, rows.count - from)}, (_, index) => from + index);
      tf.tidy(() => poolMaps(backbone.features(rows.take(indices))).dataSync());
    }

    return [(performance.now() - start) / 1000 / rows.count];
  };

  await turn();
  return turn;
}
