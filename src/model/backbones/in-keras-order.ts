import type {BackboneNode} from '../../domain/backbone.js';

/**
The order of Keras' `model.layers`, which `trainable` and the order of weights in a file go by: layers that lie further from the
output first, and of those that lie as far, in the order in which a walk from the output to the inputs meets them.
*/
export function inKerasOrder(nodes: readonly BackboneNode[]): BackboneNode[] {
  const distances = distancesToOutput(nodes);
  const met = meetFrom(nodes);
  return nodes.toSorted((a, b) => (distances.get(b.name)! - distances.get(a.name)!) || (met.get(a.name)! - met.get(b.name)!));
}

/** How many layers lie on the longest way to the output; `nodes` come after their inputs. */
function distancesToOutput(nodes: readonly BackboneNode[]): Map<string, number> {
  const distances = new Map(nodes.map(({name}) => [name, 0]));
  for (const {name, inputs} of nodes.toReversed()) {
    for (const input of inputs) {
      distances.set(input, Math.max(distances.get(input)!, distances.get(name)! + 1));
    }
  }

  return distances;
}

/** When each layer is first met, the layer itself before its inputs. Not recursive: EfficientNetB5 is hundreds of layers deep. */
function meetFrom(nodes: readonly BackboneNode[]): Map<string, number> {
  const byName = new Map(nodes.map(node => [node.name, node]));
  const met = new Map<string, number>();
  const ahead = [nodes.at(-1)!.name];
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    if (!met.has(name)) {
      met.set(name, met.size);
      ahead.push(...byName.get(name)!.inputs.toReversed());
    }
  }

  return met;
}
