import type tf from './tfjs.js';
import {nativeBackend} from './native-backend.js';

/** An attribute of a TensorFlow op, as `attr` builds it. */
export type OpAttr = {
  readonly name: string;
  readonly kind: 'type' | 'string' | 'int' | 'bool' | 'float' | 'shape';
  readonly value: string | number | boolean | readonly number[];
};

export type OpType = 'float32' | 'int32' | 'int64' | 'bool' | 'uint8' | 'complex64' | 'string';

/** Builders of attributes, one a kind. */
export const attr = {
  type: (name: string, value: OpType): OpAttr => ({name, kind: 'type', value}),
  string: (name: string, value: string): OpAttr => ({name, kind: 'string', value}),
  /** Lists go as text, which engine/binding makes lists of. */
  strings: (name: string, values: readonly string[]): OpAttr => ({name, kind: 'string', value: values.join(',')}),
  types: (name: string, values: readonly OpType[]): OpAttr => ({name, kind: 'string', value: values.map(value => toDataType(value)).join(',')}),
  int: (name: string, value: number): OpAttr => ({name, kind: 'int', value}),
  ints: (name: string, value: readonly number[]): OpAttr => ({name, kind: 'int', value}),
  bool: (name: string, value: boolean): OpAttr => ({name, kind: 'bool', value}),
  float: (name: string, value: number): OpAttr => ({name, kind: 'float', value}),
  shape: (name: string, value: readonly number[]): OpAttr => ({name, kind: 'shape', value}),
};

/** Runs one TensorFlow op of one output by its name. The result belongs to the surrounding `tf.tidy`; gradients do not flow through. */
export function runOp(name: string, attrs: readonly OpAttr[], inputs: readonly tf.TensorInfo[]): tf.Tensor {
  return nativeBackend().executeSingleOutput(name, attrs.map(each => toNative(each)), [...inputs]);
}

/** As `runOp`, for an op of several outputs: all of them, in the op's order. */
export function runOpOutputs(name: string, attrs: readonly OpAttr[], inputs: readonly tf.TensorInfo[], outputs: number): tf.Tensor[] {
  return nativeBackend().executeMultipleOutputs(name, attrs.map(each => toNative(each)), [...inputs], outputs);
}

function toNative({name, kind, value}: OpAttr) {
  const {binding} = nativeBackend();
  const kinds = {
    type: binding.TF_ATTR_TYPE,
    string: binding.TF_ATTR_STRING,
    int: binding.TF_ATTR_INT,
    bool: binding.TF_ATTR_BOOL,
    float: binding.TF_ATTR_FLOAT,
    shape: binding.TF_ATTR_SHAPE,
  };
  return {name, type: kinds[kind], value: kind === 'type' ? toDataType(value as OpType) : value};
}

function toDataType(type: OpType): number {
  const {binding} = nativeBackend();
  return {
    float32: binding.TF_FLOAT,
    int32: binding.TF_INT32,
    int64: binding.TF_INT64,
    bool: binding.TF_BOOL,
    uint8: binding.TF_UINT8,
    complex64: binding.TF_COMPLEX64,
    string: binding.TF_STRING,
  }[type];
}
