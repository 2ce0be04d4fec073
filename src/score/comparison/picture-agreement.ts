import type {AnswerSet} from '../answers/answer-set.js';

/** On which pictures two rows agree. A row has a picture right where more than half of its seeds do. */
export type PictureAgreement = {
  readonly both: number;
  readonly onlyOne: number;
  readonly onlyOther: number;
  readonly neither: number;
  /** Those that a different share of seeds has right, where shares differ most first. */
  readonly differing: readonly DifferingPicture[];
};

export type DifferingPicture = {
  /** Its place among the validation pictures. */
  readonly picture: number;
  /** How many seeds have it right. */
  readonly one: number;
  readonly other: number;
};

/** Both rows' answers, one set a seed, all on the same pictures. */
export function pictureAgreement(one: readonly AnswerSet[], other: readonly AnswerSet[]): PictureAgreement {
  const pictures = Array.from({length: one[0]!.pictures}, (_, picture) => ({
    picture, one: countRight(one, picture), other: countRight(other, picture),
  }));
  const count = (ofOne: boolean, ofOther: boolean) => pictures
    .filter(each => (2 * each.one > one.length) === ofOne && (2 * each.other > other.length) === ofOther).length;
  // A product in place of shares, so that equal ones are equal.
  const distance = (each: DifferingPicture) => Math.abs((each.one * other.length) - (each.other * one.length));
  return {
    both: count(true, true),
    onlyOne: count(true, false),
    onlyOther: count(false, true),
    neither: count(false, false),
    differing: pictures.filter(each => distance(each) > 0).toSorted((left, right) => distance(right) - distance(left)),
  };
}

function countRight(seeds: readonly AnswerSet[], picture: number): number {
  return seeds.filter(({words}) => ((words[picture >> 5]! >>> (picture & 31)) & 1) === 1).length;
}
