import type {Prediction} from '../../domain/prediction.js';
import type {SplitPicture} from '../../store/queries/split-pictures.js';

/**
What a run knew of photos, by their content: a photo's own class, and what it was for. One that stands in two classes is of the one whose path its
file has, or of none; one that stands in both parts was trained on.
*/
export function knownTruths(pictures: readonly SplitPicture[]): (digest: string, file: string) => Prediction['truth'] {
  const byDigest = new Map<string, SplitPicture[]>();
  for (const picture of pictures) {
    byDigest.set(picture.digest, [...byDigest.get(picture.digest) ?? [], picture]);
  }

  return (digest, file) => {
    const same = byDigest.get(digest) ?? [];
    const isOfOneClass = same.every(({classIndex}) => classIndex === same[0]!.classIndex);
    const found = isOfOneClass ? same[0] : same.find(({path}) => file.replaceAll('\\', '/').endsWith(`/${path}`));
    return found && {classIndex: found.classIndex, part: same.some(({subset}) => subset === 'training') ? 'training' : 'validation'};
  };
}
