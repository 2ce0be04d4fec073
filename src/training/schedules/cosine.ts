import type {CosineSchedule} from '../../domain/generated/experiment-config.js';
import type {ScheduleFacts, ScheduleRule} from '../schedule-rule.js';
import {annealing} from './annealing.js';

/** Half a cosine wave from the full rate down to alpha's share (Keras' CosineDecay), and that share from then on. */
export function cosine({decay, alpha}: CosineSchedule, {learningRate, totalSteps, toSteps}: ScheduleFacts): ScheduleRule {
  const steps = decay === undefined ? totalSteps : toSteps(decay);
  return {rateAt: step => learningRate * (((1 - alpha) * annealing(Math.min(step / steps, 1))) + alpha)};
}
