import type {BackboneName} from '../../domain/backbone.js';

/** What Keras 2.2 called a layer that Keras 2.15 calls otherwise: `conv2_block1_0_bn` was `bn2a_branch1`. */
export function formerName(backbone: BackboneName, layer: string): string | undefined {
  if (backbone !== 'resnet50') {
    return undefined;
  }

  const stem: Readonly<Record<string, string>> = {conv1_conv: 'conv1', conv1_bn: 'bn_conv1'};
  const block = /^conv(?<stage>\d)_block(?<block>\d)_(?<place>\d)_(?<kind>conv|bn)$/v.exec(layer)?.groups;
  if (!block) {
    return stem[layer];
  }

  const letter = String.fromCodePoint(96 + Number(block.block));
  const branch = block.place === '0' ? '1' : `2${String.fromCodePoint(96 + Number(block.place))}`;
  return `${block.kind === 'conv' ? 'res' : 'bn'}${block.stage}${letter}_branch${branch}`;
}
