/** What of a row's training says how its study validated. */
export type StatedTraining = {
  readonly trainingPictures: number;
  readonly batchSize: number;
  readonly stepsPerEpoch: number | undefined;
};

/**
How many batches of 32 the study's program would have validated an epoch on: it divided the number of pictures by the stated batch size to
have steps, and drew 32 at each of them.
*/
export function statedBatches(pictures: number, {trainingPictures, batchSize, stepsPerEpoch}: StatedTraining): number {
  const picturesAStep = stepsPerEpoch === undefined ? batchSize : trainingPictures / stepsPerEpoch;
  return Math.max(1, Math.floor(pictures / picturesAStep));
}
