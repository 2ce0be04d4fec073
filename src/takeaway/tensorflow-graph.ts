import {PbfWriter} from 'pbf';

/** Of an op, by the kinds of TensorFlow's AttrValue. */
type Attribute
  = | {readonly type: 'float32' | 'int32'}
    | {readonly text: string}
    | {readonly whole: number}
    | {readonly switch: boolean}
    | {readonly float: number}
    | {readonly wholes: readonly number[]}
    | {readonly shape: readonly number[]}
    | {readonly tensor: Uint8Array};

type Attributes = Readonly<Record<string, Attribute>>;
type Port = {readonly key: string; readonly node: string; readonly shape: readonly number[]};

// Numbers of types.proto.
const types = {float32: 1, int32: 3};
// What this TensorFlow would have said of its graphs: 2.9.
const graphProducer = 1087;

/** A graph as TensorFlow writes it: its names are those of graph.proto and saved_model.proto. */
export class TensorflowGraph {
  readonly #nodes: Uint8Array[] = [];

  /** Adds a node that computes with float32; gives its name. */
  node(op: string, inputs: readonly string[], name: string, attributes: Attributes = {}): string {
    return this.bare(op, inputs, name, {T: {type: 'float32'}, ...attributes});
  }

  /** The same of an op without the attribute `T`. */
  bare(op: string, inputs: readonly string[], name: string, attributes: Attributes): string {
    const node = new PbfWriter();
    node.writeStringField(1, name);
    node.writeStringField(2, op);
    for (const input of inputs) {
      node.writeStringField(3, input);
    }

    for (const [key, value] of Object.entries(attributes)) {
      node.writeBytesField(5, entryOf(key, attributeOf(value)));
    }

    this.#nodes.push(node.finish());
    return name;
  }

  /** Adds an array; gives its name. */
  floats(name: string, shape: readonly number[], values: Float32Array): string {
    return this.#constant(name, 'float32', shape, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }

  /** The same of whole numbers in a row, or of one. */
  integers(name: string, values: readonly number[] | number): string {
    const bytes = new Uint8Array(Int32Array.from([values].flat()).buffer);
    return this.#constant(name, 'int32', typeof values === 'number' ? [] : [values.length], bytes);
  }

  /** The same in rows. */
  matrix(name: string, shape: readonly [number, number], values: Int32Array): string {
    return this.#constant(name, 'int32', shape, new Uint8Array(values.buffer));
  }

  /** The bytes of `saved_model.pb`, with one signature, `serving_default`. */
  finish(input: Port, output: Port): Uint8Array {
    const model = new PbfWriter();
    model.writeVarintField(1, 1);
    model.writeMessage(2, (_, meta) => {
      meta.writeMessage(1, (__, info) => {
        info.writeStringField(4, 'serve');
      }, undefined);
      meta.writeBytesField(2, this.#graph());
      meta.writeBytesField(5, entryOf('serving_default', signatureOf(input, output)));
    }, undefined);
    return model.finish();
  }

  #constant(name: string, type: 'float32' | 'int32', shape: readonly number[], bytes: Uint8Array): string {
    const tensor = new PbfWriter();
    tensor.writeVarintField(1, types[type]);
    tensor.writeBytesField(2, shapeOf(shape));
    tensor.writeBytesField(4, bytes);
    return this.bare('Const', [], name, {dtype: {type}, value: {tensor: tensor.finish()}});
  }

  #graph(): Uint8Array {
    const graph = new PbfWriter();
    for (const node of this.#nodes) {
      graph.writeBytesField(1, node);
    }

    graph.writeMessage(4, (_, versions) => {
      versions.writeVarintField(1, graphProducer);
    }, undefined);
    return graph.finish();
  }
}

function attributeOf(attribute: Attribute): Uint8Array {
  const value = new PbfWriter();
  if ('type' in attribute) {
    value.writeVarintField(6, types[attribute.type]);
  } else if ('text' in attribute) {
    value.writeStringField(2, attribute.text);
  } else if ('whole' in attribute) {
    value.writeVarintField(3, attribute.whole);
  } else if ('switch' in attribute) {
    value.writeBooleanField(5, attribute.switch);
  } else if ('float' in attribute) {
    value.writeFloatField(4, attribute.float);
  } else if ('shape' in attribute) {
    value.writeBytesField(7, shapeOf(attribute.shape));
  } else if ('tensor' in attribute) {
    value.writeBytesField(8, attribute.tensor);
  } else {
    value.writeMessage(1, (_, list) => {
      list.writePackedVarint(3, [...attribute.wholes]);
    }, undefined);
  }

  return value.finish();
}

function signatureOf(input: Port, output: Port): Uint8Array {
  const signature = new PbfWriter();
  signature.writeBytesField(1, entryOf(input.key, tensorInfo(input)));
  signature.writeBytesField(2, entryOf(output.key, tensorInfo(output)));
  signature.writeStringField(3, 'tensorflow/serving/predict');
  return signature.finish();
}

function tensorInfo({node, shape}: Port): Uint8Array {
  const info = new PbfWriter();
  info.writeStringField(1, `${node}:0`);
  info.writeVarintField(2, types.float32);
  info.writeBytesField(3, shapeOf([-1, ...shape]));
  return info.finish();
}

/** A TensorShapeProto; -1 is any length. */
function shapeOf(shape: readonly number[]): Uint8Array {
  const proto = new PbfWriter();
  for (const length of shape) {
    proto.writeMessage(2, (_, dimension) => {
      dimension.writeVarintField(1, length);
    }, undefined);
  }

  return proto.finish();
}

/** Of a map. */
function entryOf(key: string, value: Uint8Array): Uint8Array {
  const entry = new PbfWriter();
  entry.writeStringField(1, key);
  entry.writeBytesField(2, value);
  return entry.finish();
}
