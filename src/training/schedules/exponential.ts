import type {ExponentialSchedule} from '../../domain/generated/experiment-config.js';
import type {ScheduleFacts, ScheduleRule} from '../schedule-rule.js';

/** The rate times decay_rate^(step / decay), the exponent rounded down with `staircase` (Keras' ExponentialDecay). */
export function exponential({decay, decay_rate: decayRate, staircase}: ExponentialSchedule, {learningRate, toSteps}: ScheduleFacts): ScheduleRule {
  return {
    rateAt(step) {
      const exponent = step / toSteps(decay);
      return learningRate * (decayRate ** (staircase ? Math.floor(exponent) : exponent));
    },
  };
}
