import type {Predictions} from './predictions.js';

// The step of float32 at 1, which is what the probabilities were stored in: a stored 0 is somewhere below.
const least = 2 ** -23;

/**
Mean of -ln of the probability that was given to what is right, in nats (Good, "Rational decisions", 1952), each at least 2^-23 and at most
1 - 2^-23, as in scikit-learn for float32. Unlike accuracy it tells a network that is sure and wrong from one that is unsure.
*/
export function logLoss({probabilities, truth, classes}: Predictions): number {
  let sum = 0;
  for (const [picture, actual] of truth.entries()) {
    const given = probabilities[(picture * classes) + actual]!;
    sum -= Math.log(Math.min(Math.max(given, least), 1 - least));
  }

  return sum / truth.length;
}
