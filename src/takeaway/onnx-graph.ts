import {PbfWriter} from 'pbf';

/** A whole number, whole numbers, or a floating one. */
type Attribute = number | readonly number[] | {readonly float: number};
type Port = {readonly name: string; readonly shape: readonly number[]};

type Model = {
  readonly name: string;
  readonly producerVersion: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly input: Port;
  readonly output: Port;
};

// Numbers of onnx.proto.
const types = {float: 1, int64: 7};
const attributeTypes = {float: 1, int: 2, ints: 7};

/** A graph as ONNX writes it, node by node: its names are those of onnx.proto. */
export class OnnxGraph {
  readonly #nodes: Uint8Array[] = [];
  readonly #initializers: Uint8Array[] = [];

  /** Adds a node; gives the name of what it makes. */
  node(op: string, inputs: readonly string[], name: string, attributes: Readonly<Record<string, Attribute>> = {}): string {
    const node = new PbfWriter();
    for (const input of inputs) {
      node.writeStringField(1, input);
    }

    node.writeStringField(2, name);
    node.writeStringField(3, name);
    node.writeStringField(4, op);
    for (const [key, value] of Object.entries(attributes)) {
      node.writeBytesField(5, attributeOf(key, value));
    }

    this.#nodes.push(node.finish());
    return name;
  }

  /** Adds an array; gives its name. */
  floats(name: string, {shape, values}: {readonly shape: readonly number[]; readonly values: Float32Array}): string {
    return this.#initializer(name, shape, types.float, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }

  /** The same of whole numbers. */
  integers(name: string, values: readonly number[]): string {
    return this.#initializer(name, [values.length], types.int64, new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer));
  }

  /** The model's bytes: ir_version 8, opset 13. */
  finish({name, producerVersion, metadata, input, output}: Model): Uint8Array {
    const graph = new PbfWriter();
    for (const node of this.#nodes) {
      graph.writeBytesField(1, node);
    }

    graph.writeStringField(2, name);
    for (const initializer of this.#initializers) {
      graph.writeBytesField(5, initializer);
    }

    graph.writeBytesField(11, portOf(input));
    graph.writeBytesField(12, portOf(output));
    const model = new PbfWriter();
    model.writeVarintField(1, 8);
    model.writeStringField(2, 'ablate');
    model.writeStringField(3, producerVersion);
    model.writeBytesField(7, graph.finish());
    model.writeBytesField(8, opsetOf(13));
    for (const entry of Object.entries(metadata)) {
      model.writeBytesField(14, textEntry(entry));
    }

    return model.finish();
  }

  #initializer(name: string, shape: readonly number[], type: number, bytes: Uint8Array): string {
    const tensor = new PbfWriter();
    for (const length of shape) {
      tensor.writeVarintField(1, length);
    }

    tensor.writeVarintField(2, type);
    tensor.writeStringField(8, name);
    tensor.writeBytesField(9, bytes);
    this.#initializers.push(tensor.finish());
    return name;
  }
}

function attributeOf(name: string, value: Attribute): Uint8Array {
  const attribute = new PbfWriter();
  attribute.writeStringField(1, name);
  if (typeof value === 'number') {
    attribute.writeVarintField(3, value);
    attribute.writeVarintField(20, attributeTypes.int);
  } else if ('float' in value) {
    attribute.writeFloatField(2, value.float);
    attribute.writeVarintField(20, attributeTypes.float);
  } else {
    for (const each of value) {
      attribute.writeVarintField(8, each);
    }

    attribute.writeVarintField(20, attributeTypes.ints);
  }

  return attribute.finish();
}

/** A ValueInfoProto of float32; how many pictures there are is a name. */
function portOf({name, shape}: Port): Uint8Array {
  const port = new PbfWriter();
  port.writeStringField(1, name);
  port.writeMessage(2, (_, type) => {
    type.writeMessage(1, (__, tensor) => {
      tensor.writeVarintField(1, types.float);
      tensor.writeMessage(2, (___, dimensions) => {
        dimensions.writeMessage(1, (____, first) => {
          first.writeStringField(2, 'n');
        }, undefined);
        for (const length of shape) {
          dimensions.writeMessage(1, (____, dimension) => {
            dimension.writeVarintField(1, length);
          }, undefined);
        }
      }, undefined);
    }, undefined);
  }, undefined);
  return port.finish();
}

function opsetOf(version: number): Uint8Array {
  const opset = new PbfWriter();
  opset.writeStringField(1, '');
  opset.writeVarintField(2, version);
  return opset.finish();
}

function textEntry([key, value]: readonly [string, string]): Uint8Array {
  const entry = new PbfWriter();
  entry.writeStringField(1, key);
  entry.writeStringField(2, value);
  return entry.finish();
}
