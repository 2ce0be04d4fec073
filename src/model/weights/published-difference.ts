import type {InspectedWeights} from './inspect-weights.js';
import type {WeightsSource} from './known-weights.js';

/** Why a file is not the one that a source publishes, in words; undefined where it is. */
export function publishedDifference({format, size, bytes: {md5, sha256}, modelSha256}: InspectedWeights, source: WeightsSource): string | undefined {
  if (format !== source.format) {
    return source.format === 'h5' ? 'it is no HDF5 file' : 'it is no tfjs layers model';
  }

  if (source.format === 'h5' && source.md5 !== undefined) {
    return md5 === source.md5 ? undefined : `its MD5 is ${md5}, and that of Keras' file ${source.md5}`;
  }

  if (size !== source.bytes) {
    return `it has ${size} bytes, and the published one ${source.bytes}`;
  }

  return source.format === 'h5' || (sha256 === source.sha256 && modelSha256 === source.modelSha256)
    ? undefined
    : `its SHA-256 is ${sha256} (model.json ${modelSha256}), and that of ${source.package} ${source.sha256} (${source.modelSha256})`;
}
