import type {StepSchedule} from '../../domain/generated/experiment-config.js';
import type {ScheduleFacts, ScheduleRule} from '../schedule-rule.js';

/**
A rate that falls by a factor, or to given values, at given places. Boundaries in steps are Keras' PiecewiseConstantDecay's: the
step of that number, which counts from 0, is the last of the old rate. Boundaries in epochs say how many epochs have it.
*/
export function step({every, boundaries, values, factor, unit}: StepSchedule, {learningRate, toSteps}: ScheduleFacts): ScheduleRule {
  const ends = boundaries?.map(boundary => toSteps(boundary) + (unit === 'steps' ? 1 : 0)) ?? [];
  const dropsAt = (at: number) => every === undefined ? ends.filter(end => at >= end).length : Math.floor(at / toSteps(every));
  return {
    rateAt(at) {
      const drops = dropsAt(at);
      return drops > 0 && values ? values[drops - 1]! : learningRate * (factor ** drops);
    },
  };
}
