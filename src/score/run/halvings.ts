import {createHash} from 'node:crypto';
import type {AnswerSet} from '../answers/answer-set.js';

/**
Seeded halvings of the validation pictures, each told by one of its halves. The halves differ by at most one picture, in all and of each
class: a chance lack of a rare class in one of them would choose epochs for another mixture than it scores them on.
`classes` holds the class of each picture, counted from 0. The same classes and count give the same halvings everywhere.
*/
export function halvings(classes: readonly number[], count: number): AnswerSet[] {
  const groups = groupByClass(classes);
  return Array.from({length: count}, (_, number) => halve(groups, classes.length, randomWords(`halving ${number}`, classes.length + 1)));
}

/** The pictures of each class. */
function groupByClass(classes: readonly number[]): number[][] {
  const groups: number[][] = [];
  for (const [picture, index] of classes.entries()) {
    (groups[index] ??= []).push(picture);
  }

  // Classes without pictures have left holes.
  return groups.filter(Boolean);
}

// Pictures lie class by class, in random order within each, and are dealt to both halves in turn.
function halve(groups: readonly number[][], pictures: number, random: Uint32Array): AnswerSet {
  const words = new Uint32Array(Math.ceil(pictures / 32));
  let dealt = random[pictures]! & 1;
  let drawn = 0;
  for (const group of groups) {
    shuffle(group, random.subarray(drawn, drawn + group.length));
    drawn += group.length;
    for (const picture of group) {
      words[picture >> 5]! |= (dealt & 1) << (picture & 31);
      dealt++;
    }
  }

  return {pictures, words};
}

// Fisher and Yates' shuffle, in place: however a group lies, each order is as likely.
function shuffle(group: number[], random: Uint32Array): void {
  for (let last = group.length - 1; last > 0; last--) {
    const other = Math.floor((random[last]! / (2 ** 32)) * (last + 1));
    const kept = group[last]!;
    group[last] = group[other]!;
    group[other] = kept;
  }
}

// A hash of any length is as random as this wants, and the same on every machine.
function randomWords(label: string, count: number): Uint32Array {
  const bytes = createHash('shake256', {outputLength: 4 * count}).update(label).digest();
  const words = new Uint32Array(count);
  for (let place = 0; place < count; place++) {
    words[place] = bytes.readUInt32LE(4 * place);
  }

  return words;
}
