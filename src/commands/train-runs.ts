import process from 'node:process';
import type {PlannedRun} from '../domain/planned-run.js';
import type {QueueUpdate, SkipReason} from '../domain/queue-update.js';
import type {IncomingRuns, QueueOptions} from '../queue/queue-options.js';
import {runQueue} from '../queue/run-queue.js';
import {RunScorer} from '../score/run/run-scorer.js';
import {sweepView, type SweepOutput} from '../report/sweep-view.js';
import type {Store} from '../store/open-store.js';
import {commandLine} from './command-line.js';
import {listenForStop} from './listen-for-stop.js';
import {type EventRecorder, recordEvents} from './record-events.js';
import {scoreRun} from './score-runs.js';

/** What runs are trained with, and where that is kept and shown. */
export type Training = {
  readonly queue: QueueOptions;
  readonly store: Store;
  readonly output: SweepOutput;
  /** Gives runs that come later; `say` shows a text between them. */
  readonly watch?: (say: (text: string) => void, signal: AbortSignal) => AsyncIterable<IncomingRuns>;
};

/** Trains and stores runs; gives the exit code: 1 where one did not finish. */
export async function train(runs: readonly PlannedRun[], {queue, store, output, watch}: Training): Promise<number> {
  const view = sweepView(runs, queue.slots.length, output);
  const say = (text: string) => {
    view.note(text);
  };

  const stopping = listenForStop(say);
  const recorder = recordEvents(scoring(store), ({message}) => {
    say(`${message}; training goes on, and what it records is kept in the runs' folders.`);
  });
  const ends = new Ends();
  try {
    const incoming = watch?.(say, stopping.stop.soft);
    for await (const update of runQueue(runs, {...queue, stop: stopping.stop, ...incoming && {incoming}})) {
      record(recorder, update);
      ends.update(update);
      view.update(update);
    }
  } finally {
    stopping.dispose();
    view.close();
  }

  recorder.finish();
  process.stderr.write(ends.summary());
  return ends.areFine ? 0 : 1;
}

/** Scores each run as it is done, so that whoever looks at the database meanwhile finds its scores. */
function scoring(store: Store): Pick<Store, 'ingest'> {
  const scorer = new RunScorer();
  return {
    ingest(runId, event) {
      const isNews = store.ingest(runId, event);
      if (event.type === 'ended' && event.status === 'done') {
        // What is damaged is told by the commands that show scores.
        scoreRun(store, runId, scorer);
      }

      return isNews;
    },
  };
}

function record(recorder: EventRecorder, update: QueueUpdate): void {
  if (update.kind === 'event') {
    recorder.record(update.run.id, update.event);
  } else if (update.kind === 'history') {
    for (const event of update.events) {
      recorder.record(update.run.id, event);
    }
  }
}

/** How the runs of a sweep ended. */
class Ends {
  readonly #ends = new Map<string, 'fine' | 'failed' | 'unfinished'>();

  update(update: QueueUpdate): void {
    if (update.kind === 'requeued') {
      this.#ends.delete(update.run.id);
    } else if (update.kind === 'ended' || update.kind === 'skipped') {
      this.#ends.set(update.run.id, update.kind === 'ended' ? endOf(update.status) : endOfSkipped(update.reason));
    }
  }

  get areFine(): boolean {
    return this.#count('failed') + this.#count('unfinished') === 0;
  }

  /** What is left, and the command for it; nothing where nothing is. */
  summary(): string {
    const [failed, unfinished] = [this.#count('failed'), this.#count('unfinished')];
    const all = `${this.#ends.size} run${this.#ends.size === 1 ? '' : 's'}`;
    return [
      failed > 0 ? `${failed} of ${all} failed. \`ablate status\` says why, \`ablate retry\` trains what failed again.\n` : '',
      unfinished > 0 ? `${unfinished} of ${all} did not finish. To go on: ${commandLine(process.argv.slice(2))}\n` : '',
    ].join('');
  }

  #count(end: 'failed' | 'unfinished'): number {
    return [...this.#ends.values()].filter(each => each === end).length;
  }
}

function endOfSkipped(reason: SkipReason): 'fine' | 'unfinished' {
  return reason === 'stopped' ? 'unfinished' : 'fine';
}

// Whoever cancels a run, or leaves it to another host, wants it so.
function endOf(status: Extract<QueueUpdate, {kind: 'ended'}>['status']): 'fine' | 'failed' | 'unfinished' {
  if (status === 'done' || status === 'cancelled') {
    return 'fine';
  }

  return status === 'interrupted' ? 'unfinished' : 'failed';
}
