import process from 'node:process';
import type {QueueUpdate} from '../domain/queue-update.js';
import {toProblem} from '../errors.js';
import {RunFolder} from '../protocol/run-folder.js';
import type {Agenda, Entry} from './agenda.js';
import {EndForecast} from './end-forecast.js';
import type {StopReason} from './explain-exit.js';
import {pauseBefore} from './judge-events.js';
import {judgeFailure} from './judge-failure.js';
import type {LeaseBook} from './lease-book.js';
import type {QueueOptions} from './queue-options.js';
import {type Outcome, RunTurn} from './run-turn.js';
import {type Place, Slots} from './slots.js';

/** What turns are given from, and who hears of them. */
export type TurnsMeans = {
  readonly agenda: Agenda;
  readonly book: LeaseBook;
  readonly options: QueueOptions;
  readonly tell: (update: QueueUpdate) => void;
  /** Called whenever a turn is over. */
  readonly onEnd: () => void;
};

// A worker loads TensorFlow in a second or two, more slowly beside a training.
const warmMs = 6000;
// A run that takes no longer than this is about to end as soon as it begins.
const shortSeconds = 12;
// Far more than a worker takes that has loaded TensorFlow and nothing else.
const warmMemory = 1.5e9;

/** The turns of a sweep's runs: who has which slots, and who comes next. */
export class Turns {
  /** What no turn may throw. */
  defect: unknown;
  readonly #means: TurnsMeans;
  readonly #slots: Slots;
  /** The turn that waits for another one's place, with its worker started. */
  readonly #successors = new Map<RunTurn, RunTurn>();
  readonly #running = new Set<Promise<void>>();

  constructor(means: TurnsMeans) {
    this.#means = means;
    this.#slots = new Slots(means.options.slots);
  }

  /** Gives free slots to runs that are ready, the first ones first. */
  assign(): void {
    for (const entry of this.#means.agenda.ready) {
      // Nobody overtakes a run that waits for room: it would wait for ever.
      const place = this.#slots.take(slotsOf(entry));
      if (!place) {
        break;
      }

      this.#give(entry, place).begin();
    }
  }

  stop(reason: StopReason): void {
    for (const {turn} of this.#means.agenda.working) {
      turn?.stop(reason);
    }
  }

  kill(reason: StopReason): void {
    for (const {turn} of this.#means.agenda.working) {
      turn?.kill(reason);
    }
  }

  /** Waits until every turn is over. */
  async settle(): Promise<void> {
    await Promise.all(this.#running);
  }

  #give(entry: Entry, place: Place): RunTurn {
    const {options, book, tell} = this.#means;
    const {run} = entry;
    const forecast = new EndForecast();
    const turn: RunTurn = new RunTurn(run, {
      place,
      options,
      book,
      tell: update => {
        tell({run, slot: place.slots[0]!, ...update});
        if (update.kind === 'progress') {
          forecast.update(update.progress);
          if (run.estimate.seconds < shortSeconds || forecast.isWithin(warmMs)) {
            this.#warmSuccessor(turn);
          }
        }
      },
    });
    entry.state = 'working';
    entry.turn = turn;
    const following = this.#follow(entry, turn);
    this.#running.add(following);
    void following.then(() => {
      this.#running.delete(following);
    });
    return turn;
  }

  /** Starts the worker of the run that comes next in the place of one that is about to end. */
  #warmSuccessor(turn: RunTurn): void {
    const {agenda, options: {stop, warm = true}} = this.#means;
    if (!warm || this.#successors.has(turn) || turn.isStopping || stop?.soft.aborted) {
      return;
    }

    const [next] = agenda.ready;
    if (next && slotsOf(next) === turn.place.slots.length && process.availableMemory() > warmMemory) {
      this.#successors.set(turn, this.#give(next, turn.place));
    }
  }

  async #follow(entry: Entry, turn: RunTurn): Promise<void> {
    const outcome = await this.#outcomeOf(entry, turn);
    entry.turn = undefined;
    entry.state = outcome.kind === 'over' ? 'over' : 'waiting';
    entry.holder = outcome.kind === 'held' ? outcome.holder : undefined;
    entry.dueAt = outcome.kind === 'again' ? performance.now() + outcome.pauseMs : 0;
    this.#passOn(turn);
    this.#means.onEnd();
  }

  async #outcomeOf(entry: Entry, turn: RunTurn): Promise<Outcome> {
    try {
      const outcome = await turn.take();
      entry.troubles = 0;
      return outcome;
    } catch (error) {
      return this.#fail(entry, turn, error);
    }
  }

  /** What the system refused for now is tried again; what it refuses is the run's end; anything else is a defect of ours. */
  #fail(entry: Entry, {place}: RunTurn, error: unknown): Outcome {
    const {options, tell} = this.#means;
    const {run} = entry;
    const failure = judgeFailure(error, new RunFolder(options.runsFolder, run.id).path);
    if (!failure) {
      this.defect ??= error;
      return {kind: 'over', status: 'failed'};
    }

    const told = {run, slot: place.slots[0]!, problem: toProblem(failure.error)} as const;
    if (failure.canPass) {
      entry.troubles++;
      const pauseMs = pauseBefore(entry.troubles);
      tell({...told, kind: 'requeued', reason: 'trouble', pauseMs});
      return {kind: 'again', reason: 'trouble', pauseMs};
    }

    tell({...told, kind: 'ended', status: 'failed'});
    return {kind: 'over', status: 'failed'};
  }

  /** Gives the place of a turn that is over to the one that waits for it, or back. */
  #passOn(turn: RunTurn): void {
    const successor = this.#successors.get(turn);
    this.#successors.delete(turn);
    const [predecessor] = [...this.#successors].find(([, next]) => next === turn) ?? [];
    if (predecessor) {
      // It never had its place, which is still another's.
      this.#successors.delete(predecessor);
    } else if (successor) {
      successor.begin();
    } else {
      this.#slots.free(turn.place);
    }
  }
}

function slotsOf({run}: Entry): number {
  return run.experiment.config.resources?.slots ?? 1;
}
