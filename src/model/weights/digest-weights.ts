import {createHash} from 'node:crypto';
import type {WeightsFile} from '../../domain/weights.js';
import {digestFiles, type FilesDigest} from './digest-files.js';
import {tfjsGroups} from './tfjs-groups.js';

/** What tells a file's weights from all others, and the digests of its bytes alone, which are published. */
export type WeightsDigest = {
  /** As a WeightsFile has it. */
  readonly sha256: string;
  /** Over the `.h5`, or all shards in order. */
  readonly bytes: FilesDigest;
};

/**
Digests a file's weights; with a cache, that of bytes which were read before is remembered there. The shards of a tfjs layers model
do not say which of their bytes are which weight, so that its manifest is digested with them. Throws a plain Error where it is none.
*/
export async function digestWeights({path: file, format}: Pick<WeightsFile, 'path' | 'format'>, cache?: string): Promise<WeightsDigest> {
  if (format === 'h5') {
    const bytes = await digestFiles([file], cache);
    return {sha256: bytes.sha256, bytes};
  }

  const groups = await tfjsGroups(file);
  const bytes = await digestFiles(groups.flatMap(({shards}) => shards), cache);
  const weights = groups.flatMap(group => group.weights.map(({name, shape, dtype}) => [name, shape, dtype]));
  return {sha256: createHash('sha256').update(JSON.stringify([bytes.sha256, weights])).digest('hex'), bytes};
}
