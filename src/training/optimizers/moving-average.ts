/**
The share of a new value in a moving average of a decay, as TensorFlow's training ops compute it: in float32, where 1 - 0.999
is 0.0009999871. Keras 2.15 subtracts in double precision and gets 0.001.
*/
export function newShareOf(decay: number): number {
  return Math.fround(1 - Math.fround(decay));
}

/**
How much larger an average of so many steps is in a training op than in Keras, which moves it by the share 1 - decay exactly
(Adam's way: `average += (value - average) * share`).
*/
export function excessAfter(steps: number, decay: number): number {
  return (1 - ((1 - newShareOf(decay)) ** steps)) / (1 - ((1 - Math.fround(1 - decay)) ** steps));
}

/** 1 - decay^steps in float32, as Keras corrects Adam's averages. */
export function correctionAfter(steps: number, decay: number): number {
  return Math.fround(1 - Math.fround(Math.fround(decay) ** steps));
}
