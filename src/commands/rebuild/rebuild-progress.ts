import type {LogStream} from '../../domain/log-stream.js';
import {TransferLog} from '../../files/transfer-log.js';

/** Says how far a database is made: a bar on a terminal, nothing elsewhere. */
export function rebuildProgress(stream: LogStream) {
  const log = new TransferLog(stream);
  return {
    update(done: number, total: number) {
      if (stream.isTTY) {
        log.progress(done, total, 'runs');
      }
    },
    tellOfWaiting(holder: string) {
      log.say(`Looking for half a minute whether ${holder} lives …`);
    },
    end() {
      log.clear();
    },
  };
}
