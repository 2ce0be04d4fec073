/** scale · sin(1.7 · index + phase), `length` values: wave() of answers.py gives the same. */
export function wave(length: number, scale = 1, phase = 0): Float32Array {
  return Float32Array.from({length}, (_, index) => scale * Math.sin((index * 1.7) + phase));
}
