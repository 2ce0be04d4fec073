import type {RunStatus} from './run-event.js';

/** A run as other tools are given it. */
export type ExportedRun = {
  readonly runId: string;
  /** The row's name. */
  readonly name: string;
  readonly seed: number;
  readonly status: RunStatus;
  readonly dataset: string;
  /** ISO 8601; null where it never began. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly engine: string | null;
  readonly device: string | null;
  /** The resolved configuration. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly epochs: readonly ExportedEpoch[];
};

/** Of an epoch: names are Keras', accuracies are 0 to 1, null is what was no number. */
export type ExportedEpoch = {
  /** Counts from 1. */
  readonly epoch: number;
  readonly loss: number | null;
  readonly accuracy: number | null;
  readonly val_loss: number | null;
  readonly val_accuracy: number | null;
  readonly learning_rate: number | null;
  /** Wall time. */
  readonly seconds: number;
};

/** A file of an export: its path below the folder, with `/`. */
export type ExportedFile = {readonly path: string; readonly content: string | Uint8Array};

/** The tools, or forms, that runs are exported for. */
export type ExportFormat = 'csv' | 'tensorboard' | 'mlflow';

/** The forms in which a trained network can be taken away. */
export type ModelFormat = 'keras' | 'tfjs' | 'savedmodel' | 'onnx';
