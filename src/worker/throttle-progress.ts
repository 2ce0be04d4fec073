import type {Progress} from '../protocol/messages.js';

/** Lets at most one position a quarter of a second through, and each phase's first. `now` is in milliseconds. */
export function throttleProgress(show: (progress: Progress) => void, now: () => number = () => performance.now()): (progress: Progress) => void {
  let shownAt = -Infinity;
  let phase: Progress['phase'] | undefined;
  return progress => {
    if (progress.phase !== phase || now() - shownAt >= 250) {
      shownAt = now();
      ({phase} = progress);
      show(progress);
    }
  };
}
