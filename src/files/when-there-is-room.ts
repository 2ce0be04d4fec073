import {setTimeout as sleep} from 'node:timers/promises';

export type RoomOptions = {
  /** How much is to be written, where that is known. */
  readonly bytes?: number | undefined;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Told each time that there was no room. */
  readonly onWait: (bytes: number | undefined) => void;
  /**
  How long to wait before each further try.
  @default 3000
  */
  readonly pollMs?: number;
};

/**
Does something that writes, and where the disk is full does it again every few seconds, until there is room: so `work` must leave
things as they were where it throws. Throws what `work` did for any other reason, and once the signal has come.
*/
export async function whenThereIsRoom<Result>(work: () => Promise<Result> | Result, options: RoomOptions): Promise<Result> {
  const {bytes, signal, onWait, pollMs = 3000} = options;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isNoRoom(error) || signal.aborted) {
        throw error;
      }
    }

    onWait(bytes);
    // Woken by the signal it tries for the last time.
    await sleep(pollMs, undefined, {signal}).catch(() => undefined);
  }
}

/** Whether something was thrown because the disk, or the user's share of it, is full. */
export function isNoRoom(error: unknown): boolean {
  const {code} = error as {code?: unknown};
  return code === 'ENOSPC' || code === 'EDQUOT';
}
