import tf from './tfjs.js';
import {lendMemory} from './native-backend.js';
import {attr, runOp, runOpOutputs, type OpAttr} from './run-op.js';

// A variable of this name belongs to its handle alone, and goes with it.
const anonymous = 'cd2c89b7-88b7-44c8-ad83-06c2a9158347';

const ofFloats = [attr.type('dtype', 'float32')];

/**
A float32 variable of TensorFlow's own, which its training ops change in place, all of a weight's arithmetic in one pass over
memory. It shares the memory of tensors that it is given or gives until an op changes it, and then takes a copy first:
the tensors never change, but for the variable that `update` is given.
*/
export class ResourceVariable {
  readonly handle: tf.Tensor;

  constructor(value: tf.Tensor) {
    const attributes = [...ofFloats, attr.shape('shape', value.shape), attr.string('shared_name', anonymous)];
    this.handle = tf.keep(runOp('VarHandleOp', attributes, []));
    this.assign(value);
  }

  assign(value: tf.Tensor): void {
    runOpOutputs('AssignVariableOp', ofFloats, [this.handle, value], 0);
  }

  /** Its value now. The tensor belongs to the surrounding `tf.tidy`, or to the caller. */
  read(): tf.Tensor {
    return runOp('ReadVariableOp', ofFloats, [this.handle]);
  }

  /** Takes a variable's value over, changes it by `work`, and gives it back: in place where nobody else looks at that value. */
  update(variable: tf.Variable, work: () => void): void {
    this.assign(variable);
    const giveBack = lendMemory(variable);
    try {
      work();
    } finally {
      tf.tidy(() => {
        const value = this.read();
        if (giveBack) {
          giveBack(value);
        } else {
          variable.assign(value);
        }
      });
    }
  }

  dispose(): void {
    this.handle.dispose();
  }
}

/** Runs a training op (`ResourceApplyAdam`) that changes variables, its first inputs, by the tensors that follow. */
export function applyInPlace(
  name: string,
  variables: readonly ResourceVariable[],
  inputs: readonly tf.Tensor[],
  attrs: readonly OpAttr[] = [],
): void {
  const handles = variables.map(({handle}) => handle);
  runOpOutputs(name, [attr.type('T', 'float32'), attr.bool('use_locking', false), ...attrs], [...handles, ...inputs], 0);
}
