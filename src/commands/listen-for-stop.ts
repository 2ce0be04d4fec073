import process from 'node:process';

/** The two stages of a stop, for the queue, and how to stop listening. */
export type Stopping = {
  readonly stop: {readonly soft: AbortSignal; readonly hard: AbortSignal};
  readonly dispose: () => void;
};

// npm and npx pass on a Ctrl-C that the terminal has sent to ablate as well.
const echoMs = 300;

/**
Ctrl-C, SIGTERM (which batch systems send) or SIGHUP (a terminal that was closed) once: runs finish their step, write a checkpoint and
stop. Ctrl-C or SIGTERM twice: at once.
*/
export function listenForStop(say: (text: string) => void): Stopping {
  const soft = new AbortController();
  const hard = new AbortController();
  let since = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    if (!soft.signal.aborted) {
      since = performance.now();
      say('Stopping after the step in hand. Ctrl-C again stops at once.');
      soft.abort();
    } else if (signal !== 'SIGHUP' && performance.now() - since > echoMs) {
      hard.abort();
    }
  };

  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) {
    process.on(signal, onSignal);
  }

  return {
    stop: {soft: soft.signal, hard: hard.signal},
    dispose() {
      for (const signal of signals) {
        process.off(signal, onSignal);
      }
    },
  };
}
