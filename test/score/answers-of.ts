import {answerSet, type AnswerSet} from '../../src/score/answers/answer-set.js';

/** Answers as a run stores them, of a list that says of each picture whether it is right. */
export function answersOf(right: readonly boolean[]): AnswerSet {
  const bytes = new Uint8Array(Math.ceil(right.length / 8));
  for (const [picture, isRight] of right.entries()) {
    bytes[picture >> 3]! |= (isRight ? 1 : 0) << (picture & 7);
  }

  return answerSet(bytes, right.length);
}
