import {readFile} from 'node:fs/promises';
import tf from '../../src/engine/tfjs.js';

/** Rows of float32 values, as a file holds them. */
export class RowsInMemory {
  /** Reads a file of float32 `[count, …shape]`. */
  static async read(file: string, shape: readonly number[]): Promise<RowsInMemory> {
    const {buffer, byteOffset, byteLength} = await readFile(file);
    return new RowsInMemory(new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength)), shape);
  }

  readonly #values: Float32Array;
  readonly #shape: readonly number[];
  readonly #width: number;

  private constructor(values: Float32Array, shape: readonly number[]) {
    this.#values = values;
    this.#shape = shape;
    this.#width = shape.reduce((product, length) => product * length, 1);
  }

  get count(): number {
    return this.#values.length / this.#width;
  }

  /** These rows as a tensor `[indices, …shape]` that comes anew from the host's memory, as each batch of a run does. */
  take<Rows extends tf.Tensor>(indices: Uint32Array | readonly number[]): Rows {
    const values = new Float32Array(indices.length * this.#width);
    for (const [place, row] of indices.entries()) {
      values.set(this.#values.subarray(row * this.#width, (row + 1) * this.#width), place * this.#width);
    }

    return tf.tensor(values, [indices.length, ...this.#shape], 'float32') as Rows;
  }
}
