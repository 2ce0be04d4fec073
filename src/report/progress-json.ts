import type {ProgressView} from './progress-view.js';

const bulky = new Set(['correct', 'probabilities']);

/** Every update as one JSON object a line, for a program; bit sets and probabilities are left to the database. */
export function progressJson(write: (line: string) => void): ProgressView {
  return {
    update({run, slot, ...update}) {
      const line = {run_id: run.id, name: run.experiment.name, seed: run.seed, slot, ...update};
      write(JSON.stringify(line, (key, value: unknown) => bulky.has(key) ? undefined : value));
    },
    note(text) {
      write(JSON.stringify({note: text}));
    },
    close() {
      // Every line was complete.
    },
  };
}
