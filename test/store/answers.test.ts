import {Buffer} from 'node:buffer';
import test from 'ava';
import type {Database} from 'better-sqlite3';
import {Random} from '../../src/engine/random.js';
import {openTemporary} from './fixtures/open-temporary.js';

const pictures = 400;
const classes = ['glass', 'metal', 'paper'];
const random = Random.fromSeed(7);

/** Floats from 0 to 1 of every size: all bits of a float but its sign are random, and the ends are among them. */
function randomProbabilities(): Float32Array {
  const one = 0x3F_80_00_00;
  const ends = [0, 1, 2, 0x7F_FF_FF, 0x80_00_00, 0x80_00_01, one - 1, one, one];
  const bits = Array.from({length: pictures * classes.length}, (_, index) => ends[index] ?? random.uint32() % (one + 1));
  return new Float32Array(Uint32Array.from(bits).buffer);
}

function insertRun(sql: Database, probabilities: Float32Array, correct: Uint8Array): void {
  sql.prepare('INSERT INTO splits VALUES (\'s\', \'d\', 0, ?, 1, ?)').run(JSON.stringify(classes), pictures);
  for (let position = 0; position < pictures; position++) {
    sql.prepare('INSERT INTO pictures VALUES (\'s\', \'validation\', ?, ?, ?, \'\')').run(position, `${position}.png`, position % 3);
  }

  sql.exec(`
    INSERT INTO experiments (experiment_id, name, file, config, changes, current, created_at) VALUES ('e', 'row', '', '{}', '[]', 1, '');
    INSERT INTO runs (run_id, fingerprint, seed, split_id, status, queued_at) VALUES ('r', 'f', 7, 's', 'done', '');
    INSERT INTO experiment_runs VALUES ('e', 7, 'r', 1);
    INSERT INTO epochs (run_id, epoch, seconds, correct) VALUES ('r', 1, 1, x'00');
  `);
  sql.prepare('INSERT INTO epochs (run_id, epoch, seconds, correct) VALUES (\'r\', 2, 1, ?)').run(correct);
  sql.prepare('INSERT INTO predictions VALUES (\'r\', \'last\', 2, ?)').run(Buffer.from(probabilities.buffer));
}

test('answers tells every probability to the last bit, the class that is likeliest, and the bits of the last epoch', t => {
  const {store, sql} = openTemporary();
  const probabilities = randomProbabilities();
  probabilities.fill(1 / 3, 30, 33);
  probabilities.set([0.25, 0.5, 0.5], 33);
  const correct = Uint8Array.from({length: pictures / 8}, () => random.uint32() % 256);
  insertRun(sql, probabilities, correct);
  const expected = Array.from({length: pictures}, (_, position) => {
    const outputs = probabilities.subarray(position * 3, (position + 1) * 3);
    const probability = Math.max(...outputs);
    return {
      name: 'row', seed: 7, position, path: `${position}.png`, class: classes[position % 3], predicted: classes[outputs.indexOf(probability)],
      right: (correct[position >> 3]! >> (position & 7)) & 1, probability, truth_probability: outputs[position % 3], run_id: 'r',
    };
  });
  t.deepEqual(sql.prepare('SELECT * FROM answers ORDER BY position').all(), expected);
  store.close();
});

test('where probabilities are missing, or of more or fewer pictures, what was right is told all the same', t => {
  const {store, sql} = openTemporary();
  insertRun(sql, randomProbabilities(), new Uint8Array(pictures / 8).fill(255));
  for (const change of ['UPDATE predictions SET probabilities = substr(probabilities, 1, 99)', 'DELETE FROM predictions']) {
    sql.exec(change);
    t.deepEqual(
      sql.prepare('SELECT count(*) AS pictures, sum(right) AS right, count(predicted) AS known FROM answers').get(),
      {pictures, right: pictures, known: 0},
    );
    t.deepEqual(sql.prepare('SELECT DISTINCT probability, truth_probability FROM answers').all(), [{probability: null, truth_probability: null}]);
  }

  store.close();
});

test('class_scores has the mean of each class over seeds, and how many pictures it is of', t => {
  const {store, sql} = openTemporary();
  insertRun(sql, randomProbabilities(), new Uint8Array(pictures / 8));
  sql.exec(`
    INSERT INTO runs (run_id, fingerprint, seed, split_id, status, queued_at) VALUES ('r2', 'f2', 8, 's', 'done', '');
    INSERT INTO experiment_runs VALUES ('e', 8, 'r2', 1);
  `);
  for (const [runId, recall] of [['r', [0.5, 0.25, null]], ['r2', [0.75, 0.25, null]]] as const) {
    sql.prepare('INSERT INTO scores VALUES (?, 1, 0, 0, 1, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, ?, x\'00\')').run(runId, JSON.stringify(recall));
  }

  t.deepEqual(sql.prepare('SELECT * FROM class_scores').all(), [
    {name: 'row', class: 'glass', pictures: 134, seeds: 2, recall: 0.625, recall_min: 0.5, recall_max: 0.75},
    {name: 'row', class: 'metal', pictures: 133, seeds: 2, recall: 0.25, recall_min: 0.25, recall_max: 0.25},
    {name: 'row', class: 'paper', pictures: 133, seeds: 2, recall: null, recall_min: null, recall_max: null},
  ]);
  store.close();
});
