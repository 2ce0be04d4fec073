import {createHash} from 'node:crypto';
import type {AnswerSet} from '../answers/answer-set.js';

/**
Seeded halvings of the validation pictures, each told by one of its halves. The halves differ by at most one picture, in all and of each
class: a chance lack of a rare class in one of them would choose epochs for another mixture than it scores them on.
`classes` holds the class of each picture, counted from 0. The same classes and count give the same halvings everywhere.
*/
export function halvings(classes: ArrayLike<number>, count: number): AnswerSet[] {
  return Array.from({length: count}, (_, number) => halve(classes, randomWords(`halving ${number}`, classes.length + 1)));
}

// Pictures lie class by class, in random order within each, and are dealt to both halves in turn.
function halve(classes: ArrayLike<number>, random: Uint32Array): AnswerSet {
  const pictures = classes.length;
  const order = shuffle(pictures, random);
  const byClass: number[][] = [];
  for (const picture of order) {
    (byClass[classes[picture]!] ??= []).push(picture);
  }

  const words = new Uint32Array(Math.ceil(pictures / 32));
  const first = random[pictures]! & 1;
  for (const [place, picture] of byClass.flat().entries()) {
    words[picture >> 5]! |= ((place + first) & 1) << (picture & 31);
  }

  return {pictures, words};
}

// Fisher and Yates' shuffle of 0 to `count` - 1.
function shuffle(count: number, random: Uint32Array): Uint32Array {
  const order = Uint32Array.from({length: count}, (_, place) => place);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor((random[last]! / (2 ** 32)) * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }

  return order;
}

// A hash of any length is as random as this wants, and the same on every machine.
function randomWords(label: string, count: number): Uint32Array {
  const bytes = createHash('shake256', {outputLength: 4 * count}).update(label).digest();
  return Uint32Array.from({length: count}, (_, place) => bytes.readUInt32LE(4 * place));
}
