import test from 'ava';
import {judgeLeaderboard, type AnsweredRow} from '../../src/score/leaderboard/judge-leaderboard.js';

const pictures = 80;

/** A row of one seed that is wrong on the pictures from one to another. */
function row(name: string, [from, to]: readonly [number, number], against: string | null = null, splitId = 'a'): AnsweredRow {
  const answers = new Uint8Array(pictures / 8);
  for (let picture = 0; picture < pictures; picture++) {
    answers[picture >> 3]! |= picture >= from && picture < to ? 0 : 1 << (picture & 7);
  }

  return {name, splitId, pictures, runIds: [name], answers: [answers], against};
}

test('rows are compared with the row they name, on the same pictures alone', t => {
  const judged = judgeLeaderboard([row('base', [0, 20]), row('better', [0, 4], 'base'), row('elsewhere', [0, 4], 'base', 'b'), row('own', [0, 4], 'own')]);
  t.true(Math.abs(judged.get('better')!.comparison!.difference - (16 / pictures)) < 1e-12);
  t.is(judged.get('better')!.comparison!.verdict, 'better');
  for (const name of ['base', 'elsewhere', 'own']) {
    t.is(judged.get(name)!.comparison, null);
    t.true(judged.get(name)!.score.interval.low < judged.get(name)!.score.mean);
  }
});

test('comparisons on other pictures count in the correction', t => {
  // 7 of 7 differing pictures: p = 2 / 128.
  const pair = [row('base', [0, 7]), row('one', [0, 0], 'base')];
  const other = (split: string) => [row(`base-${split}`, [0, 7], null, split), row(`one-${split}`, [0, 0], `base-${split}`, split)];
  const pOf = (rows: readonly AnsweredRow[]) => judgeLeaderboard(rows).get('one')!.comparison!;
  t.true(Math.abs(pOf(pair).correctedPValue - (2 / 128)) < 1e-12);
  t.is(pOf(pair).verdict, 'better');
  const four = pOf([...pair, ...other('b'), ...other('c'), ...other('d')]);
  t.true(Math.abs(four.correctedPValue - (8 / 128)) < 1e-12);
  t.is(four.verdict, 'within noise');
});

test('a row on fewer than two pictures has no score', t => {
  const one: AnsweredRow = {name: 'one', splitId: 'c', pictures: 1, runIds: ['one'], answers: [Uint8Array.of(1)], against: null};
  t.deepEqual([...judgeLeaderboard([one, row('base', [0, 7])]).keys()], ['base']);
});
