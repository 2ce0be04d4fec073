import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import type {ScheduleFacts, ScheduleRule} from './schedule-rule.js';
import {Schedule} from './schedule.js';
import {constant} from './schedules/constant.js';
import {cosine} from './schedules/cosine.js';
import {exponential} from './schedules/exponential.js';
import {plateau} from './schedules/plateau.js';
import {sgdr} from './schedules/sgdr.js';
import {step} from './schedules/step.js';

type Options = ExperimentConfig['schedule'];
type Rules = {[Name in Options['name']]: (options: Extract<Options, {name: Name}>, facts: ScheduleFacts) => ScheduleRule};

/** Every schedule that an experiment file can name. */
const rules: Rules = {constant, cosine, exponential, plateau, sgdr, step};

/** The schedule that the experiment names, for a training of so many steps an epoch. */
export function createSchedule({schedule, optimizer, epochs}: Pick<ExperimentConfig, 'schedule' | 'optimizer' | 'epochs'>, stepsPerEpoch: number): Schedule {
  const toSteps = (length: number) => schedule.unit === 'epochs' ? length * stepsPerEpoch : length;
  const warmUp = {steps: toSteps(schedule.warmup), from: schedule.warmup_from};
  // The registry's type pairs each name with its options; the compiler cannot follow that through an index.
  const rule = rules[schedule.name] as (options: Options, facts: ScheduleFacts) => ScheduleRule;
  const totalSteps = (epochs * stepsPerEpoch) - warmUp.steps;
  return new Schedule(rule(schedule, {learningRate: optimizer.learning_rate, totalSteps, toSteps}), warmUp);
}
