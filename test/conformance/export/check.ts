import {isDeepStrictEqual} from 'node:util';
import type {ExportedEpoch} from '../../../src/domain/exported-run.js';
import {epochTimes} from '../../../src/report/export/epoch-times.js';
import {flattenConfig} from '../../../src/report/export/flatten-config.js';
import type {Finding, Subject} from '../subject.js';
import {sample} from './sample.js';

/** Step, value, and time: in seconds for TensorBoard, in milliseconds for MLflow. */
type Point = readonly [step: number, value: number | null, time: number];
type Scalars = Readonly<Record<string, readonly Point[]>>;
type Parts<Value> = Readonly<Record<'train' | 'validation', Value>>;

type Answers = {
  readonly tensorboard: Parts<Scalars>;
  readonly mlflow: {
    readonly experiment: string;
    readonly run: string;
    readonly status: string;
    readonly start: number;
    readonly end: number;
    readonly metrics: Scalars;
    readonly params: Readonly<Record<string, string>>;
    readonly tags: Readonly<Record<string, string>>;
    readonly artifacts: readonly string[];
  };
  /** By scalar the steps. */
  readonly callback: Parts<Readonly<Record<string, readonly number[]>>>;
};

const names = ['loss', 'accuracy', 'val_loss', 'val_accuracy', 'learning_rate'] as const;
const end = Date.parse(sample.endedAt!);

/** TensorBoard and MLflow read what was exported, under the names that Keras' callback gives. */
export const exported: Subject<Answers> = {
  name: 'export',
  check({tensorboard: {train, validation}, mlflow, callback}) {
    const {metrics, params, tags, artifacts, ...run} = mlflow;
    return [
      same('TensorBoard: training', train, {
        epoch_loss: scalars('loss'), epoch_accuracy: scalars('accuracy'), epoch_learning_rate: scalars('learning_rate'),
      }),
      same('TensorBoard: validation', validation, {epoch_loss: scalars('val_loss'), epoch_accuracy: scalars('val_accuracy')}),
      same('TensorBoard: names are those of Keras\' callback', [namesOf(train), namesOf(validation)], [namesOf(callback.train), namesOf(callback.validation)]),
      same('TensorBoard: steps count as in Keras\' callback', train.epoch_loss!.slice(0, 2).map(([step]) => step), callback.train.epoch_loss),
      same('MLflow: experiment and run', run, {experiment: 'on', run: sample.runId, status: 'FINISHED', start: end - 40_000, end}),
      same('MLflow: metrics', metrics, Object.fromEntries(names.map(name => [name, metric(name)]))),
      same('MLflow: parameters', params, {...Object.fromEntries(flattenConfig(sample.config)), seed: '3'}),
      same('MLflow: tags', tags, {'mlflow.runName': sample.runId, row: 'on', dataset: 'trashnet', engine: sample.engine, device: sample.device}),
      same('MLflow: artifacts', artifacts, ['config.yaml']),
    ];
  },
};

function same(what: string, answered: unknown, expected: unknown): Finding {
  return {what, measure: 'read otherwise', difference: isDeepStrictEqual(answered, expected) ? 0 : 1, bar: 0};
}

/** A float32 each, in steps that count from 0. */
function scalars(key: keyof ExportedEpoch): Point[] {
  const times = epochTimes(sample);
  return sample.epochs.map(({epoch, [key]: value}, index) => [epoch - 1, value === null ? null : Math.fround(value), times[index]! / 1000]);
}

function metric(key: keyof ExportedEpoch): Point[] {
  const times = epochTimes(sample);
  return sample.epochs.map(({epoch, [key]: value}, index) => [epoch, value, times[index]!]);
}

function namesOf(scalarsOfPart: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(scalarsOfPart).toSorted();
}
