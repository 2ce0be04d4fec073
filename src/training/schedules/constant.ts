import type {ConstantSchedule} from '../../domain/generated/experiment-config.js';
import type {ScheduleFacts, ScheduleRule} from '../schedule-rule.js';

/** The optimizer's own rate throughout. */
export function constant(_options: ConstantSchedule, {learningRate}: ScheduleFacts): ScheduleRule {
  return {rateAt: () => learningRate};
}
