import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';

/** An array as answers.py writes it. */
export type RecordedArray = {
  readonly dtype: 'float32' | 'int32' | 'uint8';
  readonly shape: number[];
  readonly base64: string;
};

/** What a subject's ask_keras.py wrote. */
export function readAnswers<Answers>(file: string): Answers {
  return JSON.parse(readFileSync(file, 'utf8')) as Answers;
}

/** The values of an array, in row-major order. */
export function valuesOf({dtype, base64}: RecordedArray): Float32Array | Int32Array | Uint8Array {
  // A copy of its own begins at an address that 32-bit values can be read from.
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return {
    float32: () => new Float32Array(bytes.buffer),
    int32: () => new Int32Array(bytes.buffer),
    uint8: () => bytes,
  }[dtype]();
}
