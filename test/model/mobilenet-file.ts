import path from 'node:path';
import type {WeightsFile} from '../../src/domain/weights.js';
import {digestWeights} from '../../src/model/weights/digest-weights.js';
import {writeWeights} from '../conformance/backbones/write-weights.js';
import {readAnswers} from '../conformance/answers.js';
import {recordedFile} from '../conformance/places.js';

type Recorded = {readonly backbones: ReadonlyArray<{readonly name: string; readonly factors: Readonly<Record<string, number>>}>};

/** Writes weights of MobileNetV2 into the folder with which numbers stay in range through all layers, as drawn ones do not in small pictures. */
export async function mobilenetFile(folder: string): Promise<WeightsFile> {
  const {backbones} = readAnswers<Recorded>(recordedFile('backbones'));
  const file = path.join(folder, 'mobilenet.h5');
  await writeWeights(file, 'mobilenet_v2', backbones.find(({name}) => name === 'mobilenet_v2')!.factors);
  const {sha256} = await digestWeights({path: file, format: 'h5'});
  return {path: file, format: 'h5', sha256};
}
