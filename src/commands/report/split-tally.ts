import type {DigestedPicture} from '../../domain/dataset.js';
import type {RowFacts, SplitFacts} from '../../domain/run-details.js';
import type {GridAnswer, HardPhoto, ShownPhoto} from '../../report/page/report-data.js';
import {predictedClass} from '../../score/run/predictions.js';
import {chooseGrid} from '../subject/choose-grid.js';
import type {GatheredSubject} from '../subject/gather-subject.js';
import {gridAnswers} from '../subject/grid-answers.js';

const mostHard = 16;

/** What rows on the same pictures share, counted row by row: probabilities of all rows at once are more than memory holds. */
export class SplitTally {
  readonly split: SplitFacts;
  readonly dataset: RowFacts['config']['dataset'];
  readonly #validation: readonly DigestedPicture[];
  readonly #grid: readonly number[];
  /** By validation picture: how many of the runs have it wrong. */
  readonly #wrong: Uint32Array;
  /** By validation picture: how often it was taken for which other class. */
  readonly #takenFor = new Map<number, Map<number, number>>();
  #runs = 0;

  constructor({report: {split, facts}, validation}: GatheredSubject) {
    this.split = split;
    this.dataset = facts.config.dataset;
    this.#validation = validation;
    this.#grid = chooseGrid(validation, split.split_id);
    this.#wrong = new Uint32Array(validation.length);
  }

  /** How many scored runs it has. */
  get runs(): number {
    return this.#runs;
  }

  /** The sixteen photos that are shown of every row. */
  get grid(): ShownPhoto[] {
    return this.#grid.map(place => this.#photoAt(place));
  }

  /** Counts a row, and gives what it says of the sixteen photos. */
  add(subject: GatheredSubject): GridAnswer[] {
    this.#runs += subject.scored.length;
    for (const {last: {answers}} of subject.scored) {
      for (const place of this.#validation.keys()) {
        this.#wrong[place]! += 1 - ((answers[place >> 3]! >> (place & 7)) & 1);
      }
    }

    for (const predictions of subject.predictions) {
      for (const [place, {classIndex}] of this.#validation.entries()) {
        const {index} = predictedClass(predictions, place);
        if (index !== classIndex) {
          this.#count(place, index);
        }
      }
    }

    return gridAnswers(subject, this.#grid);
  }

  /** The pictures that most of the runs have wrong. */
  hardest(): HardPhoto[] {
    return [...this.#wrong]
      .map((count, place) => ({count, place}))
      .filter(({count}) => count > 0)
      .toSorted((left, right) => right.count - left.count || left.place - right.place)
      .slice(0, mostHard)
      .map(({count, place}) => ({...this.#photoAt(place), wrong: count, said: this.#saidMost(place)}));
  }

  #count(place: number, said: number): void {
    const counts = this.#takenFor.get(place) ?? new Map<number, number>();
    counts.set(said, (counts.get(said) ?? 0) + 1);
    this.#takenFor.set(place, counts);
  }

  /** The wrong class that it was taken for most often, the first of several. */
  #saidMost(place: number): string | null {
    const counts = [...this.#takenFor.get(place) ?? []];
    const said = counts.toSorted(([one, left], [other, right]) => right - left || one - other)[0]?.[0];
    return said === undefined ? null : this.split.classes[said]!;
  }

  #photoAt(place: number): ShownPhoto {
    const {digest, path, classIndex} = this.#validation[place]!;
    return {digest, path, class: this.split.classes[classIndex]!};
  }
}
