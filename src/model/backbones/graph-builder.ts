import type {BackboneNode, Operation} from '../../domain/backbone.js';
import {inKerasOrder} from './in-keras-order.js';

type Kind = Operation['kind'];
type OptionsOf<Each extends Kind> = Extract<Operation, {kind: Each}> extends {readonly options: infer Options} ? Options : undefined;

/** Layers are called by their kind where they have no name of their own, and counted from the second on, as in a fresh session of Keras. */
export class GraphBuilder {
  readonly #nodes: BackboneNode[] = [];
  readonly #counts = new Map<Kind, number>();

  /** Adds a layer that takes the outputs of those named in `inputs`; gives its name. */
  add<Each extends Kind>(kind: Each, inputs: readonly string[], options?: OptionsOf<Each>, name = this.#count(kind)): string {
    // The signature pairs each kind with its options; the compiler cannot follow that into the union.
    this.#nodes.push({kind, name, inputs, ...options && {options}} as unknown as BackboneNode);
    return name;
  }

  /** Every layer, in the order of Keras' `model.layers`. */
  finish(): BackboneNode[] {
    return inKerasOrder(this.#nodes);
  }

  #count(kind: Kind): string {
    const count = this.#counts.get(kind) ?? 0;
    this.#counts.set(kind, count + 1);
    // Keras' input layers alone begin with 1.
    return count === 0 ? kind : `${kind}_${count}`;
  }
}
