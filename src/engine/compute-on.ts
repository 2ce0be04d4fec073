type Place = 'processor' | 'gpu';

let place: Place = 'gpu';

/** Says where TensorFlow computes in this process. */
export function computeOn(where: Place): void {
  place = where;
}

/** Whether TensorFlow computes on the processor; ops that a GPU refuses or computes otherwise may be used there alone. */
export function isOnProcessor(): boolean {
  return place === 'processor';
}
