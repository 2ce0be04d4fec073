import {Buffer} from 'node:buffer';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import tf from '../../../src/engine/tfjs.js';

type Description = {
  readonly modelTopology: object;
  readonly weightsManifest: ReadonlyArray<{readonly paths: readonly string[]; readonly weights: tf.io.WeightsManifestEntry[]}>;
};

/** A layers model from its folder, as `tf.loadLayersModel` reads one by an address. */
export async function readTfjsModel(folder: string): Promise<tf.LayersModel> {
  const {modelTopology, weightsManifest: [group]} = JSON.parse(await readFile(path.join(folder, 'model.json'), 'utf8')) as Description;
  const bytes = Buffer.concat(await Promise.all(group!.paths.map(async name => readFile(path.join(folder, name)))));
  return tf.loadLayersModel(tf.io.fromMemory({modelTopology, weightSpecs: group!.weights, weightData: Uint8Array.from(bytes).buffer}));
}
