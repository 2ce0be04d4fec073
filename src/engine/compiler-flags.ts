import path from 'node:path';
import process from 'node:process';

/** For every source of an addon. Node's interface is kept to version 8, so that one addon serves every Node from 12.22 on. */
export const sourceFlags: readonly string[] = ['-O2', '-std=c++17', '-fPIC', '-DNAPI_VERSION=8'];

/** For ablate's own ops, beside those. */
export const opFlags: readonly string[] = [...sourceFlags, '-fno-math-errno', '-O3'];

/** Instruction sets that routines are compiled for, of which the processor's best is taken when they run. */
export const instructionSets: ReadonlyArray<{readonly name: string; readonly flags: readonly string[]}> = [
  // First: templates of the standard library come in every object, and the linker takes the first one's, which every processor can run.
  {name: 'baseline', flags: []},
  ...process.arch === 'x64'
    ? [
      {name: 'avx2', flags: ['-mavx2', '-mfma']},
      {name: 'avx512', flags: ['-mavx512f', '-mavx512bw', '-mavx512vl', '-mavx512dq', '-mfma']},
    ]
    : [],
];

/** For TensorFlow's own bits: no product and sum in one. */
export const exactFlags: readonly string[] = [...opFlags, '-ffp-contract=off'];

/**
Makes an addon of objects and sources: the libraries are found by their place relative to the addon where they lie below its
folder, so that the whole can be moved, and by their absolute place elsewhere.
*/
export function linkFlags(libraries: readonly string[], addon: string): readonly string[] {
  return [
    ...process.platform === 'darwin' ? ['-bundle', '-undefined', 'dynamic_lookup'] : ['-shared'],
    '-o',
    addon,
    ...libraries,
    `-Wl,-rpath,${libraryPlace(path.dirname(libraries[0]!), path.dirname(addon))}`,
  ];
}

function libraryPlace(library: string, addonFolder: string): string {
  const relative = path.relative(addonFolder, library);
  if (relative.startsWith('..') || path.isAbsolute(relative)) {
    return library;
  }

  return `${process.platform === 'darwin' ? '@loader_path' : '$ORIGIN'}/${relative}`;
}
