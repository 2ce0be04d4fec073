/** How much is measured. Steps, batches and epochs are those of one repetition. */
export type Scale = {
  readonly imageSize: number;
  readonly batchSize: number;
  readonly repetitions: number;
  readonly trainingSteps: number;
  readonly evaluationBatches: number;
  readonly headEpochs: number;
  /** Photos that a frozen backbone looks at. */
  readonly featurePhotos: number;
  /** Feature vectors of the head: TrashNet's training photos. */
  readonly features: number;
  /** Photos of an epoch of the input pipeline. */
  readonly pipelinePhotos: number;
  readonly memorySteps: number;
  /** How many epochs of `growthPhotos`, in batches of 8, are looked at first, and how many there are in all. */
  readonly growthEpochs: readonly [early: number, all: number];
  readonly growthPhotos: number;
  /** Whether the runner's epoch is one of all photos, or of the few hundred that ablate draws. */
  readonly runnerPhotos: 'all' | 'drawn';
  readonly sweepRuns: number;
  readonly sweepEpochs: number;
  /** What is stored while the readers read. */
  readonly storedRows: number;
  readonly storedSeeds: number;
  readonly storedEpochs: number;
};

/** What the bars are about. */
export const fullScale: Scale = {
  imageSize: 300,
  batchSize: 32,
  repetitions: 7,
  trainingSteps: 3,
  evaluationBatches: 4,
  headEpochs: 3,
  featurePhotos: 96,
  features: 2276,
  pipelinePhotos: 256,
  memorySteps: 4,
  // 100 steps, and 2,000.
  growthEpochs: [4, 80],
  growthPhotos: 200,
  runnerPhotos: 'all',
  sweepRuns: 12,
  sweepEpochs: 10,
  storedRows: 1000,
  storedSeeds: 10,
  storedEpochs: 100,
};

/** Enough to see that everything works. */
export const quickScale: Scale = {
  imageSize: 80,
  batchSize: 8,
  repetitions: 2,
  trainingSteps: 1,
  evaluationBatches: 2,
  headEpochs: 1,
  featurePhotos: 8,
  features: 64,
  pipelinePhotos: 32,
  memorySteps: 2,
  growthEpochs: [1, 5],
  growthPhotos: 32,
  runnerPhotos: 'drawn',
  sweepRuns: 2,
  sweepEpochs: 1,
  storedRows: 20,
  storedSeeds: 2,
  storedEpochs: 5,
};
