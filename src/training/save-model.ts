import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import path from 'node:path';
import tf from '../engine/tfjs.js';
import {replaceFile} from '../files/replace-file.js';

/** What was written: the weights' file, in bytes and as SHA-256, hexadecimal. */
export type SavedModel = {
  readonly bytes: number;
  readonly sha256: string;
};

/**
Writes the model as a tfjs layers model, `model.json` and `weights.bin`, into the folder. Each file is written aside
and renamed, the weights first: a folder with a `model.json` holds a whole model, also after it was killed in the midst
of being saved again, since a model's description never changes while it trains.
*/
export async function saveModel(model: tf.LayersModel, folder: string): Promise<SavedModel> {
  let saved: SavedModel | undefined;
  await model.save(tf.io.withSaveHandler(async artifacts => {
    saved = await writeArtifacts(artifacts, folder);
    return {modelArtifactsInfo: {dateSaved: new Date(), modelTopologyType: 'JSON'}};
  }));
  return saved!;
}

async function writeArtifacts(artifacts: tf.io.ModelArtifacts, folder: string): Promise<SavedModel> {
  const weights = Buffer.from(tf.io.CompositeArrayBuffer.join(artifacts.weightData));
  const description = {
    format: 'layers-model',
    generatedBy: artifacts.generatedBy,
    convertedBy: null,
    modelTopology: artifacts.modelTopology,
    weightsManifest: [{paths: ['weights.bin'], weights: artifacts.weightSpecs}],
  };
  await replaceFile(path.join(folder, 'weights.bin'), [weights]);
  await replaceFile(path.join(folder, 'model.json'), JSON.stringify(description));
  return {bytes: weights.length, sha256: createHash('sha256').update(weights).digest('hex')};
}
