import type {ProgressView} from './progress-view.js';

/** Every update as one JSON object a line, for a program; bit sets and probabilities are left to the database. */
export function progressJson(write: (line: string) => void): ProgressView {
  return {
    update({run, slot, ...update}) {
      write(JSON.stringify({run_id: run.id, name: run.experiment.name, seed: run.seed, slot, ...update}, (key, value: unknown) => key === 'correct' || key === 'probabilities' ? undefined : value));
    },
    note(text) {
      write(JSON.stringify({note: text}));
    },
    close() {
      // Every line was complete.
    },
  };
}
