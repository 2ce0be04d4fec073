import type {SGDRSchedule} from '../../domain/generated/experiment-config.js';
import type {ScheduleFacts, ScheduleRule} from '../schedule-rule.js';
import {annealing} from './annealing.js';

/** Cosine annealing with warm restarts (Loshchilov and Hutter, 2017, equation 5), as Keras' CosineDecayRestarts writes it. */
export function sgdr({first_decay: first, t_mul: tMul, m_mul: mMul, alpha}: SGDRSchedule, {learningRate, toSteps}: ScheduleFacts): ScheduleRule {
  return {
    rateAt(step) {
      const {cycle, part} = placeInCycles(step / toSteps(first), tMul);
      return learningRate * (((1 - alpha) * (mMul ** cycle) * annealing(part)) + alpha);
    },
  };
}

// Less than a step of any training, more than what rounding does to its place.
const tolerance = 1e-9;

/** The cycle, from 0, and the part of it that is over, where `cycles` of the first one's length are over and each is `growth` times the last. */
function placeInCycles(cycles: number, growth: number): {cycle: number; part: number} {
  if (growth === 1) {
    const cycle = Math.floor(cycles + tolerance);
    return {cycle, part: cycles - cycle};
  }

  // Counted, since the logarithm that would tell the cycle has roundings of its own.
  let cycle = 0;
  let left = cycles;
  for (let length = 1; left >= length * (1 - tolerance); length *= growth) {
    left -= length;
    cycle += 1;
  }

  return {cycle, part: left / (growth ** cycle)};
}
