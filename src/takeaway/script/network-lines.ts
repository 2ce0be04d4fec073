import type {BackboneName} from '../../domain/backbone.js';
import type {ExperimentConfig, Layer} from '../../domain/generated/experiment-config.js';
import {pythonArguments, pythonLiteral} from './python-literal.js';

const applications: Readonly<Record<BackboneName, string>> = {
  efficientnet_b0: 'EfficientNetB0', efficientnet_b5: 'EfficientNetB5', inception_v3: 'InceptionV3', mobilenet_v2: 'MobileNetV2', resnet50: 'ResNet50',
};

/** Builds the row's network, `model`, of `CLASSES` and `SIZE`. */
export function networkLines({model: {backbone, layers}}: Pick<ExperimentConfig, 'model'>): string[] {
  return [
    'L = tf.keras.layers',
    'inputs = x = tf.keras.Input((SIZE, SIZE, 3))',
    ...backbone ? backboneLines(backbone) : [],
    ...layers.map(layer => `x = ${applied(layer)}`),
    'model = tf.keras.Model(inputs, x)',
  ];
}

function backboneLines({name, weights, trainable}: NonNullable<ExperimentConfig['model']['backbone']>): string[] {
  const from = {imagenet: '"imagenet"', none: 'None'}[weights] ?? 'BACKBONE_WEIGHTS';
  const built = `backbone = tf.keras.applications.${applications[name]}(include_top=False, weights=${from}, input_shape=(SIZE, SIZE, 3))`;
  if (trainable === false) {
    return [built, 'backbone.trainable = False', 'x = backbone(x, training=False)'];
  }

  const frozen = trainable === true
    ? []
    : [
      `first_trained = [layer.name for layer in backbone.layers].index(${pythonLiteral(trainable)})`,
      'for layer in backbone.layers[:first_trained]:',
      '    layer.trainable = False',
    ];
  return [built, ...frozen, 'x = backbone(x)'];
}

/** What a layer makes of `x`. */
function applied(layer: Layer): string {
  return layer.concatenate
    ? `L.Concatenate()([${layer.concatenate.map(branch => applied(branch)).join(', ')}])`
    : `${built(layer)}(x)`;
}

const common = {activation: 'linear', use_bias: true, kernel_initializer: 'glorot_uniform', bias_initializer: 'zeros', trainable: true};

function built(layer: Layer): string {
  const {conv2d, dense, batch_normalization: normalisation, max_pooling2d: maximum, average_pooling2d: mean, activation, dropout} = layer;
  if (conv2d) {
    return `L.Conv2D(${pythonArguments({...conv2d}, {...common, strides: 1, padding: 'valid'})})`;
  }

  if (dense) {
    const {units, ...options} = dense;
    const rest = pythonArguments(options, common);
    return `L.Dense(${units === 'classes' ? 'len(CLASSES)' : units}${rest === '' ? '' : `, ${rest}`})`;
  }

  if (normalisation) {
    return `L.BatchNormalization(${pythonArguments({...normalisation}, {momentum: 0.99, epsilon: 0.001, center: true, scale: true, trainable: true})})`;
  }

  if (maximum ?? mean) {
    return `L.${maximum ? 'Max' : 'Average'}Pooling2D(${pythonArguments({...maximum ?? mean}, {pool_size: 2, padding: 'valid'})})`;
  }

  if (activation) {
    return `L.Activation(${pythonLiteral(activation)})`;
  }

  if (dropout !== undefined) {
    return `L.Dropout(${dropout})`;
  }

  return layer.flatten ? 'L.Flatten()' : `L.Global${layer.global_max_pooling2d ? 'Max' : 'Average'}Pooling2D()`;
}
