import {UserError} from './user-error.js';

/** What can keep TensorFlow from being had or loaded. */
export const engineErrors = {
  noCompiler: (platform: string) => new UserError(
    'no-compiler',
    'engine: no C++ compiler on the PATH (looked for c++, g++ and clang++; CXX can name another)',
    platform === 'darwin' ? 'Install one: `xcode-select --install`' : 'Install one: `sudo apt install g++` (Fedora: `sudo dnf install gcc-c++`)',
  ),
  checksumMismatch: (file: string, expected: string, actual: string) => new UserError(
    'checksum-mismatch',
    `${file}: expected SHA-256 ${expected}, got ${actual}`,
    'The file is not the one that was published, so it is not used. Try again; if it stays so, the network changes what it carries.',
  ),
  engineNotProvisioned: (tried: readonly string[]) => new UserError(
    'engine-not-provisioned',
    `engine: no TensorFlow could be had. Tried in this order:\n${tried.map(line => `  - ${line}`).join('\n')}`,
    'With network and Python\'s pip: `npx ablate doctor --mend`. '
    + 'Or name a folder: `ABLATE_TENSORFLOW=…/site-packages/tensorflow npx ablate doctor --mend`',
  ),
  engineDoesNotLoad: (origin: string, cause: unknown) => new UserError(
    'engine-does-not-load',
    `engine: TensorFlow (${origin}) does not load: ${(cause as Error).message}`,
    'Look what is missing with `npx ablate doctor`; make the engine anew with `npx ablate doctor --mend`.',
    cause,
  ),
};
