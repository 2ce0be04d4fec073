import process from 'node:process';
import {parseArgs, type ParseArgsConfig} from 'node:util';

/** `parseArgs` for a command of this repository: an argument that it does not know ends it in one line, with exit code 2. */
export function parseUsage<Config extends ParseArgsConfig>(command: string, config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const [problem] = (error as Error).message.split(/[.\n]/v, 1);
    console.error(`${problem}. \`${command} -- --help\` says what there is.`);
    process.exit(2);
  }
}
