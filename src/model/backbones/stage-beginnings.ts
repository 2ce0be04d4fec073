import type {BackboneGraph, BackboneNode} from '../../domain/backbone.js';

/** For each stage of a graph its first layer that has weights, in order: what one names to train from a stage on. */
export function stageBeginnings({nodes}: BackboneGraph): string[] {
  const stages = nodes.map(({name}, index) => stageOf(name) ?? moduleOf(nodes, index));
  const beginnings: string[] = [];
  const seen = new Set<string>();
  for (const [index, {name, kind}] of nodes.entries()) {
    const stage = stages[index];
    if (stage !== undefined && weighted.has(kind) && !seen.has(stage)) {
      seen.add(stage);
      beginnings.push(name);
    }
  }

  return beginnings;
}

const weighted = new Set<BackboneNode['kind']>(['conv2d', 'depthwise_conv2d']);

// ResNet's, EfficientNet's and MobileNet's layers bear their stage's name in front.
function stageOf(name: string): string | undefined {
  return /^(?:stem|top|block_?\d+|expanded_conv|conv\d(?=_)|Conv_?1)/v.exec(name)?.[0];
}

// InceptionV3's are numbered throughout: its modules end in `mixed0`, `mixed1`, ….
function moduleOf(nodes: readonly BackboneNode[], index: number): string | undefined {
  return nodes.slice(index).find(({name}) => /^mixed\d+$/v.test(name))?.name;
}
