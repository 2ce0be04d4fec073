import tf from '../../engine/tfjs.js';
import type {Layer} from '../../domain/generated/experiment-config.js';
import type {LayerContext} from '../layer-context.js';

const {concat} = tf;

/** Each of the layers takes `[batch, …, channels]`; their outputs stand beside each other on the last axis, as by Keras' Concatenate. */
export function concatenate(options: readonly Layer[], {name, buildBranch}: LayerContext): tf.layers.Layer {
  return new Branches({name, branches: options.map((layer, index) => buildBranch(layer, index))});
}

type BranchesConfig = {readonly name: string; readonly branches: ReadonlyArray<tf.layers.Layer | SavedLayer>};
type SavedLayer = {readonly className: string; readonly config: tf.serialization.ConfigDict};

/** Layers side by side as one layer, so that the network stays a row of layers. Its weights are theirs. */
export class Branches extends tf.layers.Layer {
  /** A name of its own: tfjs' Concatenate takes what others computed. */
  static get className() {
    return 'Branches';
  }

  readonly branches: readonly tf.layers.Layer[];

  constructor({name, branches}: BranchesConfig) {
    super({name});
    this.branches = branches.map(branch => branch instanceof tf.layers.Layer ? branch : restore(branch));
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    for (const branch of this.branches) {
      branch.apply(tf.input({batchShape: inputShape as tf.Shape}));
    }

    this.trainableWeights = this.branches.flatMap(branch => branch.trainableWeights);
    this.nonTrainableWeights = this.branches.flatMap(branch => branch.nonTrainableWeights);
    this.built = true;
  }

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    const shapes = this.branches.map(branch => branch.computeOutputShape(inputShape) as tf.Shape);
    return [...shapes[0]!.slice(0, -1), shapes.reduce((sum, shape) => sum + shape.at(-1)!, 0)];
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: {training?: boolean}): tf.Tensor {
    const input = Array.isArray(inputs) ? inputs[0]! : inputs;
    return tf.tidy(() => concat(this.branches.map(branch => branch.apply(input, kwargs) as tf.Tensor), -1));
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {...super.getConfig(), branches: this.branches.map(branch => ({className: branch.getClassName(), config: branch.getConfig()}))};
  }
}

function restore({className, config}: SavedLayer): tf.layers.Layer {
  const [Class, fromConfig] = tf.serialization.SerializationMap.getMap().classNameMap[className]!;
  return fromConfig(Class, config) as tf.layers.Layer;
}

tf.serialization.registerClass(Branches);
