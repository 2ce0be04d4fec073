import type {EpochMetrics, ScheduleRule, ScheduleState} from './schedule-rule.js';

/** A linear rise of the rate before the schedule begins. */
export type WarmUp = {
  readonly steps: number;
  /** The first step's share of the rate that it rises to. */
  readonly from: number;
};

/** The learning rate of every step of a training: a warm-up, then a rule. */
export class Schedule {
  readonly #rule: ScheduleRule;
  readonly #warmUp: WarmUp;
  #state: ScheduleState;

  constructor(rule: ScheduleRule, warmUp: WarmUp) {
    this.#rule = rule;
    this.#warmUp = warmUp;
    this.#state = {...rule.start};
  }

  /** The rate of a step, which counts from 0 over all epochs. */
  rateAt(step: number): number {
    const {steps, from} = this.#warmUp;
    if (step < steps) {
      return this.#rule.rateAt(0, this.#state) * (from + ((1 - from) * step / steps));
    }

    return this.#rule.rateAt(step - steps, this.#state);
  }

  /** Takes an epoch's outcome over, whose last step was the one before `nextStep`. What happens in the warm-up says nothing yet. */
  endEpoch(metrics: EpochMetrics, nextStep: number): void {
    if (this.#rule.afterEpoch && nextStep > this.#warmUp.steps) {
      this.#state = this.#rule.afterEpoch(this.#state, metrics);
    }
  }

  /** What a checkpoint keeps of a schedule; the rest is told by the step. */
  get state(): ScheduleState {
    return this.#state;
  }

  set state(state: ScheduleState) {
    this.#state = state;
  }
}
