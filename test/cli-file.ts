import {fileURLToPath} from 'node:url';

/** The command line as it is released: what the set-up bundles of the compiled sources. */
export const cliFile = fileURLToPath(new URL('../cli/cli.cjs', import.meta.url));
