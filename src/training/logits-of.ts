import tf from '@tensorflow/tfjs';

/** Pictures → what the model's last softmax is taken of, `[batch, classes]`. */
export type Logits = (pictures: tf.Tensor4D, mode: {readonly training: boolean}) => tf.Tensor2D;

/**
The model without its last softmax. The loss is computed from here, as Keras does too where a model ends in softmax:
the logarithm of a probability that has been rounded to 0 or 1 would lose what the gradient needs.
*/
export function logitsOf(model: tf.LayersModel): Logits {
  const head = model.layers.at(-1)!;
  if (head.getConfig().activation !== 'softmax') {
    throw new Error(`The last layer, ${head.name}, does not end in softmax.`);
  }

  const trunk = tf.model({inputs: model.inputs, outputs: head.input});
  const [kernel, bias] = head.weights;
  return (pictures, {training}) => tf.tidy(() => {
    const features = trunk.apply(pictures, {training}) as tf.Tensor2D;
    if (!kernel) {
      return features;
    }

    const product = tf.matMul<tf.Tensor2D>(features, kernel.read());
    return bias ? tf.add(product, bias.read()) : product;
  });
}
