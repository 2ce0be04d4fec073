/** Experiment files of small rows: together they remember all that a training can, and one of them fails. */
export const rows: Readonly<Record<string, string>> = {
  'cosine.yaml': `
dataset: {path: ../photos}
image_size: 12
split: {validation: 0.3}
model:
  layers:
    - conv2d: {filters: 4, activation: relu}
    - max_pooling2d
    - flatten
    - dense: {units: 16, activation: relu}
    - dense: {units: classes, activation: softmax}
optimizer: {name: adam, learning_rate: 0.003}
schedule: {name: cosine}
epochs: 30
batch_size: 8
resources: {max_restarts: 1000}
`,
  'augmented.yaml': `
extends: cosine.yaml
model:
  layers:
    - conv2d: {filters: 4, activation: relu}
    - batch_normalization: {momentum: 0.9}
    - max_pooling2d
    - flatten
    - dropout: 0.3
    - dense: {units: classes, activation: softmax}
augment: {horizontal_flip: true, rotation_range: 20, width_shift_range: 0.1, cutout: 0.2}
seeds: [0, 1]
`,
  'momentum.yaml': `
extends: cosine.yaml
optimizer: {name: sgd, learning_rate: 0.05, momentum: 0.9}
schedule: {name: plateau, monitor: val_loss, patience: 2}
`,
  'nadam.yaml': `
extends: augmented.yaml
optimizer: {name: nadam, learning_rate: 0.002}
seeds: [3]
`,
  'frozen.yaml': `
extends: cosine.yaml
image_size: 32
augment: {horizontal_flip: true}
features: {views: 2}
model:
  backbone: {name: mobilenet_v2, weights: none, trainable: false}
  layers:
    - global_average_pooling2d
    - dropout: 0.4
    - dense: {units: classes, activation: softmax}
`,
  'lost.yaml': `
extends: cosine.yaml
model:
  layers:
    - flatten
    - dense: {units: 16}
    - dense: {units: 16}
    - dense: {units: classes, activation: softmax}
optimizer: {name: sgd, learning_rate: 1000, momentum: 0.9}
`,
};

/** For a quick look: what remembers most, in a few epochs, and what fails. */
export const fewRows: Readonly<Record<string, string>> = {
  'cosine.yaml': rows['cosine.yaml']!.replace('epochs: 30', 'epochs: 10'),
  'augmented.yaml': rows['augmented.yaml']!.replace('[0, 1]', '[0]'),
  'lost.yaml': rows['lost.yaml']!,
};
