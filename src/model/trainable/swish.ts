import tf from '../../engine/tfjs.js';

/** x · sigmoid(x) of every value (Ramachandran, Zoph and Le, 2017); keeps x alone for its gradient, as TensorFlow's does. */
export function swish(input: tf.Tensor): tf.Tensor {
  const compute = tf.customGrad((...args) => {
    const [x, save] = args as unknown as [tf.Tensor, tf.GradSaveFunc];
    save([x]);
    return {value: tf.mul(x, tf.sigmoid(x)), gradFunc: (dy: tf.Tensor, [kept]: tf.Tensor[]) => tf.mul(dy, slopeAt(kept!))};
  });
  return compute(input);
}

function slopeAt(x: tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    const sigmoid = tf.sigmoid(x);
    return tf.mul(sigmoid, tf.add(1, tf.mul(x, tf.sub(1, sigmoid))));
  });
}
