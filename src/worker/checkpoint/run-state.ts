import tf from '../../engine/tfjs.js';
import type {Optimizer} from '../../training/optimizer.js';
import type {Schedule} from '../../training/schedule.js';
import type {TrainingPoint} from '../../training/training-point.js';
import type {RunResult} from '../run-result.js';
import type {CheckpointFacts, RunCheckpoint} from './run-checkpoint.js';

/** Everything that changes while a run is trained. */
export type RunParts = {
  readonly model: tf.LayersModel;
  readonly optimizer: Optimizer;
  readonly schedule: Schedule;
  readonly result: RunResult;
};

/** Copies everything at a point of the training; what is trained afterwards does not change it. */
export function takeCheckpoint(
  {model, optimizer, schedule, result}: RunParts,
  point: TrainingPoint,
  facts: Pick<CheckpointFacts, 'runId' | 'ablate' | 'environment' | 'seconds'>,
): RunCheckpoint {
  const {last, best} = result;
  const {step, scalars, slots} = optimizer.state;
  const kept = Object.values(slots).flat();
  // Not out of a `tf.tidy`, which would look for tensors among millions of numbers.
  const arrays = [...model.weights.map(weight => weight.read()), ...kept].map(tensor => tensor.dataSync<'float32'>());
  tf.dispose(kept);
  return {
    facts: {
      ...facts,
      point,
      schedule: schedule.state,
      optimizer: {step, scalars},
      last: last?.event,
      best: best && {event: best.report.event, saved: best.saved},
    },
    arrays: [...arrays, ...[last, best?.report].flatMap(report => report ? [report.probabilities] : [])],
  };
}

/** Puts a run that was just built to where the checkpoint was taken. */
export function restoreRun({model, optimizer, schedule, result}: RunParts, {facts, arrays}: RunCheckpoint): void {
  const left = [...arrays];
  tf.tidy(() => {
    for (const weight of model.weights) {
      weight.write(tf.tensor(left.shift()!, weight.shape as number[], 'float32'));
    }

    const {slots} = optimizer.state;
    const restored = Object.entries(slots).map(([slot, tensors]) => [slot, tensors.map(({shape}) => tf.tensor(left.shift()!, shape, 'float32'))]);
    optimizer.state = {...facts.optimizer, slots: Object.fromEntries(restored) as typeof slots};
  });
  schedule.state = facts.schedule;
  const {last, best} = facts;
  result.restore({
    last: last && {event: last, probabilities: left.shift()!},
    best: best && {report: {event: best.event, probabilities: left.shift()!}, saved: best.saved},
  });
}
