import type {ExperimentConfig} from '../../../src/domain/generated/experiment-config.js';
import {applyDefaults} from '../../../src/spec/apply-defaults.js';
import {experimentSchema} from '../../../src/spec/schema.js';
import {createSchedule} from '../../../src/training/create-schedule.js';
import type {EpochMetrics} from '../../../src/training/schedule-rule.js';
import {valuesOf, type RecordedArray} from '../answers.js';
import {largestRelativeDifference} from '../differences.js';
import type {Finding, Subject} from '../subject.js';

export type ScheduleAnswers = {
  readonly learning_rate: number;
  /** Of an epoch. */
  readonly steps: number;
  readonly epochs: number;
  /** What each epoch comes to. */
  readonly metrics: Readonly<Record<keyof EpochMetrics, number[]>>;
  readonly cases: ReadonlyArray<{
    readonly title: string;
    /** As it is written in a file. */
    readonly schedule: Record<string, unknown>;
    /** Of each step. */
    readonly rates: RecordedArray;
    /** Below this, the difference is told as a share of it. */
    readonly floor: number;
  }>;
};

/** Every schedule gives every step of a training the learning rate that it has in Keras. */
export const schedules: Subject<ScheduleAnswers> = {
  name: 'schedules',
  check: answers => answers.cases.map(({title, schedule, rates, floor}): Finding => ({
    what: `${title}: the rates of ${answers.steps * answers.epochs} steps`,
    measure: floor === 0 ? 'relative' : `relative; below ${floor}, of ${floor}`,
    difference: largestRelativeDifference(ratesOf(schedule, answers), valuesOf(rates), floor),
    bar: 1e-6,
  })),
};

function ratesOf(written: Record<string, unknown>, {learning_rate: learningRate, steps, epochs, metrics}: ScheduleAnswers): number[] {
  const filled = applyDefaults({schedule: written, optimizer: {name: 'sgd', learning_rate: learningRate}, epochs}, experimentSchema) as ExperimentConfig;
  const schedule = createSchedule(filled, steps);
  return Array.from({length: epochs}, (_, epoch) => {
    const rates = Array.from({length: steps}, (_, step) => schedule.rateAt((epoch * steps) + step));
    schedule.endEpoch({
      loss: metrics.loss[epoch]!,
      accuracy: metrics.accuracy[epoch]!,
      val_loss: metrics.val_loss[epoch]!,
      val_accuracy: metrics.val_accuracy[epoch]!,
    }, (epoch + 1) * steps);
    return rates;
  }).flat();
}
