import process from 'node:process';
import type {WorkerMessage} from '../protocol/messages.js';

/** The way to the host. A host that is gone takes nothing away from the run: its events are on disk. */
export class HostChannel {
  #lastSent: Promise<void> | undefined;

  send(message: WorkerMessage): void {
    if (process.connected) {
      this.#lastSent = new Promise(resolve => {
        // A host that dies now is noticed by its disconnection, not here.
        process.send!(message, undefined, undefined, () => {
          resolve();
        });
      });
    }
  }

  /** Waits until every message has left this process; they leave in their order. */
  async flush(): Promise<void> {
    await this.#lastSent;
  }
}
