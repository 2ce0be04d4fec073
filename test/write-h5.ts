import type {Group} from 'h5wasm/node';

/** A layer's weights in a file; their names as Keras writes them, `conv1_conv/kernel:0`. */
export type LayerToWrite = {
  readonly name: string;
  readonly weights: ReadonlyArray<{readonly name: string; readonly shape: readonly number[]; readonly values: Float32Array}>;
};

/** Writes weights as Keras' `save_weights` does, or below `model_weights` as its `save` does. */
export async function writeH5(file: string, layers: readonly LayerToWrite[], below?: 'model_weights'): Promise<void> {
  const {File, ready} = await import('h5wasm/node');
  await ready;
  const opened = new File(file, 'w');
  const root = below ? opened.create_group(below) : opened;
  root.create_attribute('layer_names', layers.map(({name}) => name));
  for (const {name, weights} of layers) {
    const group = root.create_group(name);
    if (weights.length > 0) {
      group.create_attribute('weight_names', weights.map(weight => weight.name));
    }

    for (const weight of weights) {
      const {folder, leaf} = descend(group, weight.name);
      folder.create_dataset({name: leaf, data: weight.values, shape: [...weight.shape]});
    }
  }

  opened.close();
}

function descend(group: Group, name: string): {folder: Group; leaf: string} {
  const [first = name, ...rest] = name.split('/');
  if (rest.length === 0) {
    return {folder: group, leaf: first};
  }

  return descend(group.keys().includes(first) ? group.get(first) as Group : group.create_group(first), rest.join('/'));
}
