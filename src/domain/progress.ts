/** How far a run is. `step` of `steps` in `phase` of `epoch` of `epochs`; both count from 1. */
export type Progress = {
  readonly phase: 'loading' | 'decoding' | 'features' | 'training' | 'validating';
  readonly epoch: number;
  readonly epochs: number;
  readonly step: number;
  readonly steps: number;
  /** Validation accuracy after the last complete epoch. */
  readonly valAccuracy?: number;
};
