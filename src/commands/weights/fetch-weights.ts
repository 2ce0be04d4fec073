import type {LogStream} from '../../domain/log-stream.js';
import {errors} from '../../errors.js';
import {getWeights} from '../../model/weights/get-weights.js';
import {describeSource, isBackboneName, knownWeights} from '../../model/weights/known-weights.js';
import type {Places} from '../places.js';

type FetchOptions = {
  readonly places: Places;
  readonly from: string | undefined;
  readonly json: true | undefined;
  readonly log: LogStream;
};

/** `ablate weights get`: fetches what is missing, and gives the text to print. Throws a UserError where it cannot be had. */
export async function fetchWeights(name: string, {places, from, json, log}: FetchOptions): Promise<string> {
  if (!isBackboneName(name)) {
    throw errors.unknownBackbone(name, Object.keys(knownWeights));
  }

  const {weights: {path, format, sha256}, source, already} = await getWeights(name, {...places, from, log});
  if (already && from !== undefined) {
    log.write(`The weights of ${name} are there already, so that ${from} is not looked at.\n`);
  }

  return json
    ? `${JSON.stringify({name, path, format, sha256, bytes: source.bytes, source: describeSource(source), licence: source.licence, already}, undefined, 2)}\n`
    : `${name}: ${already ? 'the weights are there already' : 'the weights are there'}: ${path}\n`;
}
