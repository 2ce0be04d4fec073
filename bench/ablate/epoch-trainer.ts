import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import type {NetworkInput} from '../../src/model/build-model.js';
import {createSchedule} from '../../src/training/create-schedule.js';
import {train, type EpochReport} from '../../src/training/train.js';
import type {TrainingData} from '../../src/training/training-data.js';
import {startTraining} from './start-training.js';

export type Training = {
  readonly config: ExperimentConfig;
  readonly classes: number;
  readonly data: TrainingData;
  readonly input?: NetworkInput;
};

/** Starts a training as a run does; what it gives trains on for so many epochs each time. */
export function epochTrainer({config, classes, data, input}: Training) {
  const starting = startTraining(config, classes, input);
  return async (epochs: number, onEpoch: (report: EpochReport) => void): Promise<void> => train({
    ...await starting,
    schedule: createSchedule(config, data.training.steps),
    data,
    loss: {labelSmoothing: config.loss.label_smoothing},
    classes,
    epochs,
    signal: new AbortController().signal,
    onEpoch,
    onProgress: () => undefined,
  });
}
