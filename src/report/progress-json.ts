import type {PlannedRun} from '../domain/planned-run.js';
import type {QueueNews, QueueUpdate} from '../domain/queue-update.js';
import type {ProgressView} from './progress-view.js';

const bulky = new Set(['correct', 'probabilities']);

/** Every update as one JSON object a line, for a program; bit sets and probabilities are left to the database. */
export function progressJson(write: (line: string) => void): ProgressView {
  return {
    update(update) {
      // What earlier attempts told was told when it happened.
      if (update.kind !== 'history') {
        write(JSON.stringify(toLine(update), (key, value: unknown) => bulky.has(key) ? undefined : value));
      }
    },
    note(text) {
      write(JSON.stringify({note: text}));
    },
    close() {
      // Every line was complete.
    },
  };
}

function toLine(update: QueueUpdate): object {
  if (!('run' in update)) {
    return newsLine(update);
  }

  const {run, slot, ...rest} = update;
  return {...identify(run), slot, ...rest};
}

function newsLine(news: QueueNews): object {
  return 'runs' in news ? {...news, runs: news.runs.map(run => identify(run))} : news;
}

function identify({id, experiment, seed}: PlannedRun): object {
  return {run_id: id, name: experiment.name, seed};
}
