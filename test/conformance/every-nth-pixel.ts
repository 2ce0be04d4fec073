/**
About `samples` pixels of a picture, evenly spread: every n-th one, n odd so that it does not run along columns.
`data` is `[height, width, 3]`; gives `[samples, 3]`. every_nth_pixel() of answers.py gives the same.
*/
export function everyNthPixel(data: ArrayLike<number>, samples: number): Float32Array {
  const pixels = data.length / 3;
  const step = Math.floor(pixels / samples) | 1;
  return Float32Array.from({length: Math.ceil(pixels / step) * 3}, (_, index) => data[(Math.floor(index / 3) * step * 3) + (index % 3)]!);
}
