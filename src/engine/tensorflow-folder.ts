import {Buffer} from 'node:buffer';
import {createReadStream, existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** A TensorFlow to compile against and to load: absolute paths. */
export type TensorFlowFolder = {
  /** The libraries to link, the one with the C interface first. */
  readonly libraries: readonly string[];
  readonly include: string;
  readonly cuda: boolean;
  /** Where it came from, in words. */
  readonly origin: string;
  /** SHA-256 of what was downloaded for it, by file name; empty where nothing was. */
  readonly digests: Readonly<Record<string, string>>;
};

/**
Finds the libraries and headers in a TensorFlow folder: Python's `site-packages/tensorflow`, or an unpacked libtensorflow.
Throws with what is missing.
*/
export async function inspectTensorFlow(root: string, origin: string): Promise<TensorFlowFolder> {
  if (!existsSync(root)) {
    throw new Error(`${root}: there is no such folder`);
  }

  const base = [root, path.join(root, 'tensorflow')].find(folder => existsSync(path.join(folder, 'include')));
  if (!base) {
    throw new Error(`${root}: no folder include in it`);
  }

  const include = path.join(base, 'include');
  if (!existsSync(path.join(include, 'tensorflow/c/eager/c_api.h'))) {
    throw new Error(`${include}: no tensorflow/c/eager/c_api.h in it`);
  }

  const libraries = [base, path.join(base, 'lib')].map(folder => findLibraries(folder)).find(found => found.length > 0);
  if (!libraries) {
    throw new Error(`${root}: neither ${names.interface.join(' nor ')} in it`);
  }

  return {libraries, include, cuda: await isBuiltWithCuda(base, libraries), origin, digests: {}};
}

const names = process.platform === 'darwin'
  ? {interface: ['libtensorflow_cc.2.dylib', 'libtensorflow.2.dylib'], framework: 'libtensorflow_framework.2.dylib'}
  : {interface: ['libtensorflow_cc.so.2', 'libtensorflow.so.2'], framework: 'libtensorflow_framework.so.2'};

/** The libraries to link that lie in a folder, the one with the C interface first; none where that is not there. */
export function findLibraries(folder: string): string[] {
  const first = names.interface.map(name => path.join(folder, name)).find(file => existsSync(file));
  // Monolithic builds have no framework library.
  return first ? [first, path.join(folder, names.framework)].filter(file => existsSync(file)) : [];
}

async function isBuiltWithCuda(base: string, libraries: readonly string[]): Promise<boolean> {
  const info = path.join(base, 'python/platform/build_info.py');
  if (existsSync(info)) {
    return /is_cuda_build\W+True/v.test(readFileSync(info, 'utf8'));
  }

  for (const library of libraries.toReversed()) {
    if (await contains(library, 'libcudart.so')) {
      return true;
    }
  }

  return false;
}

async function contains(file: string, text: string): Promise<boolean> {
  let tail = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, {highWaterMark: 4 * (2 ** 20)})) {
    const bytes = Buffer.concat([tail, chunk as Buffer]);
    if (bytes.includes(text)) {
      return true;
    }

    tail = bytes.subarray(-text.length);
  }

  return false;
}
