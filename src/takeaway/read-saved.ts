import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {bytesOf, tfjsGroups} from '../model/weights/tfjs-groups.js';
import type {TakenWeight} from './taken-network.js';

/** The weights of a model that a run saved with this SHA-256, by their whole names. Throws a plain Error that says in words what is wrong with it. */
export async function readSaved(modelJson: string, sha256: string): Promise<Map<string, TakenWeight>> {
  const saved = new Map<string, TakenWeight>();
  const hash = createHash('sha256');
  for (const {shards, weights} of await tfjsGroups(modelJson)) {
    const bytes = Uint8Array.from(Buffer.concat(await Promise.all(shards.map(async shard => readFile(shard)))));
    hash.update(bytes);
    let offset = 0;
    for (const {name, shape, ...weight} of weights) {
      const length = bytesOf({name, shape, ...weight});
      saved.set(name, {name, shape, values: new Float32Array(bytes.buffer, offset, length / Float32Array.BYTES_PER_ELEMENT)});
      offset += length;
    }
  }

  if (hash.digest('hex') !== sha256) {
    throw new Error('its weights are not those that the run saved');
  }

  return saved;
}
