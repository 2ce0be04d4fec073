/** What a rule must remember from epoch to epoch; a checkpoint can hold it as JSON. */
export type ScheduleState = Readonly<Record<string, number>>;

/** What an epoch came to, by Keras' names. */
export type EpochMetrics = Readonly<Record<'loss' | 'accuracy' | 'val_loss' | 'val_accuracy', number>>;

/** How the learning rate changes once the warm-up is over. */
export type ScheduleRule = {
  /** The rate of a step, which counts from 0 behind the warm-up. */
  readonly rateAt: (step: number, state: ScheduleState) => number;
  /** What the rule remembers at first. Only rules that look at epochs have it and `afterEpoch`. */
  readonly start?: ScheduleState;
  readonly afterEpoch?: (state: ScheduleState, metrics: EpochMetrics) => ScheduleState;
};

/** What a rule is made for. */
export type ScheduleFacts = {
  /** Of the optimizer: what the schedule begins with. */
  readonly learningRate: number;
  /** How many steps behind the warm-up there are. */
  readonly totalSteps: number;
  /** A length in the schedule's unit, epochs or steps, as a number of steps. */
  readonly toSteps: (length: number) => number;
};
