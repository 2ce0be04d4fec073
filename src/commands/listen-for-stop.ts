import process from 'node:process';

/** The two stages of a stop, for the queue, and how to stop listening. */
export type Stopping = {
  readonly stop: {readonly soft: AbortSignal; readonly hard: AbortSignal};
  readonly dispose: () => void;
};

/** Ctrl-C (or SIGTERM, which batch systems send) once: runs finish their step and stop. Ctrl-C twice: at once. */
export function listenForStop(say: (text: string) => void): Stopping {
  const soft = new AbortController();
  const hard = new AbortController();
  const onSignal = () => {
    if (soft.signal.aborted) {
      hard.abort();
      return;
    }

    say('Stopping after the step in hand. Ctrl-C again stops at once.');
    soft.abort();
  };

  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    stop: {soft: soft.signal, hard: hard.signal},
    dispose() {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
