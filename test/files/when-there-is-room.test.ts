import test from 'ava';
import {whenThereIsRoom} from '../../src/files/when-there-is-room.js';

const noRoom = Object.assign(new Error('no space left on device'), {code: 'ENOSPC'});

test('what finds no room is done again until there is', async t => {
  const waits: Array<number | undefined> = [];
  let left = 3;
  const work = () => {
    if (left-- > 0) {
      throw noRoom;
    }

    return 'done';
  };

  const onWait = (bytes: number | undefined) => {
    waits.push(bytes);
  };

  t.is(await whenThereIsRoom(work, {bytes: 7, signal: new AbortController().signal, onWait, pollMs: 1}), 'done');
  t.deepEqual(waits, [7, 7, 7]);
});

test('the signal ends the waiting at once, however long it would go on, after a last try', async t => {
  const stop = new AbortController();
  let tries = 0;
  const waiting = whenThereIsRoom(() => {
    tries++;
    throw noRoom;
  }, {
    signal: stop.signal,
    onWait() {
      setImmediate(() => {
        stop.abort();
      });
    },
    // Longer than any test may take.
    pollMs: 2 ** 30,
  });
  await t.throwsAsync(waiting, {is: noRoom});
  t.is(tries, 2);
});
