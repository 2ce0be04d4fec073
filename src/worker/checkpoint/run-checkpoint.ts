import type {Environment, EpochEvent} from '../../domain/run-event.js';
import type {SavedModel} from '../../training/save-model.js';
import type {ScheduleState} from '../../training/schedule-rule.js';
import type {TrainingPoint} from '../../training/training-point.js';
import type {CheckpointContent} from './checkpoint-layout.js';

/** What the rest of a run depends on, but for the arrays. */
export type CheckpointFacts = {
  readonly runId: string;
  /** The ablate that wrote it: another one may build or train otherwise. */
  readonly ablate: string;
  readonly environment: Environment;
  /** Wall time of all attempts until here, in seconds. */
  readonly seconds: number;
  readonly point: TrainingPoint;
  readonly schedule: ScheduleState;
  readonly optimizer: {readonly step: number; readonly scalars: Readonly<Record<string, number>>};
  /** The epochs whose answers are kept; none before the first is complete. */
  readonly last?: EpochEvent | undefined;
  readonly best?: {readonly event: EpochEvent; readonly saved: SavedModel} | undefined;
};

/**
Its arrays: all of the model's weights, in its order; each of the optimizer's slots, of all weights; the answers
`[validation pictures, classes]` of the last epoch and of the best.
*/
export type RunCheckpoint = CheckpointContent<CheckpointFacts>;
