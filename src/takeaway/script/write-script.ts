import type {StoredSplit} from '../../domain/dataset.js';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import {dataLines} from './data-lines.js';
import {networkLines} from './network-lines.js';
import {pythonArguments, pythonLiteral} from './python-literal.js';
import {scheduleLines} from './schedule-lines.js';

/** What a script is to train. */
export type ScriptRun = {
  readonly runId: string;
  readonly seed: number;
  readonly name: string;
  readonly config: ExperimentConfig;
  readonly split: StoredSplit;
  /** What a photo of each class counts for in the loss; undefined where all count for 1. */
  readonly classWeights: readonly number[] | undefined;
};

/** One self-contained Python program that trains a run's row with Keras alone. */
export function writeScript(run: ScriptRun): string {
  const {config, split, seed} = run;
  const sections = [
    headerLines(run),
    ['import math', 'import os', 'import tempfile', '', 'import numpy as np', 'import tensorflow as tf'],
    placeLines(run),
    [
      `CLASSES = ${pythonLiteral(split.classes)}`,
      `SIZE, EPOCHS, SEED = ${config.image_size}, ${config.epochs}, ${seed}`,
      'os.makedirs(OUTPUT, exist_ok=True)',
      'tf.keras.utils.set_random_seed(SEED)',
    ],
    ['# The photos.', ...dataLines(config, split), `STEPS = ${stepsOf(config)}`],
    ['# The network.', ...networkLines(config), ...config.model.backbone ? [] : firstWeightsLines],
    ['# The learning rate.', `RATE = ${config.optimizer.learning_rate}`, ...scheduleLines(config)],
    ['# The training.', ...trainingLines(run)],
  ];
  return `${sections.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

function headerLines({name, runId, config}: ScriptRun): string[] {
  const departs = differences(config);
  return [
    `# Trains the row ${name} with Keras alone, as ablate's run ${runId} does: the same photos in training and validation, network, augmentation,`,
    '# optimizer, learning rates and loss. Keras draws its own first weights, order and augmentation, so that histories are alike and not equal.',
    ...departs.map(line => `# ${line}`),
    '#',
    '# `python THIS.py`, or one cell of a notebook, with TensorFlow 2.15, Pillow and scipy. It wants the folder of class folders, DATA, and leaves in',
    '# OUTPUT history.csv, which an experiment file can name (`published: {history: history.csv}`), and the network, last.h5 and best.h5.',
  ];
}

function differences({model: {backbone}, features, steps_per_epoch: steps}: ExperimentConfig): string[] {
  return [
    'ablate turns photos upright by their EXIF orientation and reads CMYK and 16-bit grey right; Keras does neither: photos of cameras are best turned before.',
    ...backbone?.trainable === false && features !== 'exact' ? ['Behind a frozen backbone ablate takes a number of augmented views in turn; Keras augments anew in every epoch.'] : [],
    ...steps === undefined ? [] : ['Keras goes on in the photos\' order where the last epoch ended, ablate begins a new order.'],
  ];
}

function placeLines({split, runId, config: {model: {backbone}}}: ScriptRun): string[] {
  const isOwn = backbone && backbone.weights !== 'imagenet' && backbone.weights !== 'none';
  return [
    '# What is where.',
    `DATA = os.environ.get("DATA", ${pythonLiteral(split.dataset)})`,
    `OUTPUT = os.environ.get("OUTPUT", ${pythonLiteral(runId)})`,
    ...isOwn ? ['BACKBONE_WEIGHTS = os.environ.get("BACKBONE_WEIGHTS", "backbone.h5")'] : [],
    ...backbone ? [] : ['FIRST_WEIGHTS = os.environ.get("FIRST_WEIGHTS")  # a model.h5 of `ablate export keras`, to begin from its weights'],
  ];
}

function stepsOf({steps_per_epoch: steps}: ExperimentConfig): string {
  return steps === undefined ? 'len(training)' : `min(${steps}, len(training))`;
}

const firstWeightsLines = [
  'if FIRST_WEIGHTS:',
  '    first = tf.keras.models.load_model(FIRST_WEIGHTS, compile=False)',
  '    model.set_weights([weight for layer in first.layers if layer.name != "preprocess" for weight in layer.get_weights()])',
];

const optimizers = {adagrad: 'Adagrad', adam: 'Adam', adamw: 'AdamW', nadam: 'Nadam', rmsprop: 'RMSprop', sgd: 'SGD'} as const;

function trainingLines({config: {optimizer, loss, class_weight: option}, classWeights}: ScriptRun): string[] {
  const {name, learning_rate: _rate, ...options} = optimizer;
  const rest = pythonArguments(options);
  return [
    'model.compile(',
    `    tf.keras.optimizers.${optimizers[name]}(RATE${rest === '' ? '' : `, ${rest}`}),`,
    `    tf.keras.losses.CategoricalCrossentropy(label_smoothing=${loss.label_smoothing}),`,
    '    metrics=["accuracy"],',
    ')',
    'history = model.fit(',
    '    training, validation_data=validation, epochs=EPOCHS, steps_per_epoch=STEPS, verbose=2,',
    ...classWeights ? [`    class_weight=${option === 'balanced' ? balanced : `{${classWeights.map((weight, index) => `${index}: ${weight}`).join(', ')}}`},`] : [],
    '    callbacks=[',
    '        *schedule,',
    '        tf.keras.callbacks.CSVLogger(os.path.join(OUTPUT, "history.csv")),',
    '        tf.keras.callbacks.ModelCheckpoint(os.path.join(OUTPUT, "best.h5"), monitor="val_accuracy", mode="max", save_best_only=True),',
    '    ],',
    ').history',
    'model.save(os.path.join(OUTPUT, "last.h5"))',
    'print(f"validation accuracy: last {history[\'val_accuracy\'][-1]:.3f}, best {max(history[\'val_accuracy\']):.3f}")',
  ];
}

// The numbers' formula says more than they do.
const balanced = '{label: training.n / (len(CLASSES) * int(np.sum(training.classes == label))) for label in range(len(CLASSES))}';
