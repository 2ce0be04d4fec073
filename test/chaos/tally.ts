import {medianOf} from '../../bench/summarize.js';
import {layoutTable} from '../../src/report/layout-table.js';
import type {Host} from './host.js';
import type {Struck} from './strike.js';

/** Counts what was done, and what came of it. */
export class Tally {
  kills = 0;
  rounds = 0;
  restarts = 0;
  /** What differs from the undisturbed sweep, or should not have happened. */
  readonly differences: string[] = [];
  readonly #kinds = new Map<string, number>();
  readonly #lacking: string | undefined;
  readonly #secondsToTraining: number[] = [];

  /** `lacking`: why nobody could be killed in named places. */
  constructor(lacking?: string) {
    this.#lacking = lacking;
  }

  count({kind, kills}: Struck): void {
    this.kills += kills;
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
  }

  /** Takes over what the lives of hosts gave that were started together. */
  live(hosts: readonly Host[], areFirst: boolean): void {
    if (!areFirst) {
      this.restarts += hosts.length;
      // Of two, one may have nothing to train.
      this.#secondsToTraining.push(Math.min(...hosts.map(({trainingAt, startedAt}) => (trainingAt - startedAt) / 1000)));
    }
  }

  /** One line. */
  get progress(): string {
    return `${this.kills} kills, ${this.restarts} restarts, ${this.rounds} sweeps compared, ${this.differences.length} differences`;
  }

  get summary(): string {
    const kinds = [...this.#kinds].toSorted(([one], [other]) => one < other ? -1 : 1);
    const times = this.#secondsToTraining.filter(seconds => Number.isFinite(seconds));
    return [
      ...layoutTable([
        {title: 'what was done', cells: kinds.map(([kind]) => kind)},
        {title: 'times', align: 'right', cells: kinds.map(([, count]) => String(count))},
      ], Number.POSITIVE_INFINITY),
      '',
      this.progress,
      times.length === 0
        ? 'nothing was trained after a restart'
        : `from restart to training: median ${medianOf(times).toFixed(1)} s, worst ${Math.max(...times).toFixed(1)} s, of ${times.length}`,
      ...this.#lacking === undefined ? [] : [`only from outside: ${this.#lacking}`],
    ].join('\n');
  }
}
