import test from 'ava';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';

type Status = {readonly status: string; readonly epochs_done: number; readonly epochs: number; readonly val_accuracy: number | null};
type Row = {readonly seeds: number; readonly last: number | null};

test('readers work all through a sweep, and never see a run done without its epochs, nor a score without a run', async t => {
  const inline = await Inline.create({'base.yaml': `${tinyExperiment}seeds: [0, 1, 2, 3]\n`});
  await makePhotos(inline.folder);
  await inline.ablate('run', '.', '--set', 'seeds=[9]');
  const sweep = inline.start('run', '.');
  const state = {isOver: false};
  const ending = sweep.finished.then(finished => {
    state.isOver = true;
    return finished;
  });
  do {
    const [board, status] = await Promise.all([inline.ablate('board', '--json'), inline.ablate('status', '--json')]);
    t.deepEqual([board.code, board.stderr, status.code, status.stderr], [0, '', 0, '']);
    for (const {status: word, epochs_done: done, epochs, val_accuracy: accuracy} of JSON.parse(status.stdout) as Status[]) {
      t.true(word !== 'done' || done === epochs, `${word} with ${done} of ${epochs} epochs`);
      t.is(accuracy === null, done === 0);
    }

    t.true((JSON.parse(board.stdout) as Row[]).every(({seeds, last}) => (last === null) === (seeds === 0)));
  } while (!state.isOver);

  t.is((await ending).code, 0);
});
