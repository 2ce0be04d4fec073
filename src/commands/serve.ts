import type {Command} from 'commander';
import {parsePort} from './parse-port.js';
import {findPlaces} from './places.js';
import {parseAllowedHost} from './serve/parse-allowed-host.js';
import {parseHost} from './serve/parse-host.js';
import type {ServeOptions} from './serve/serve-runs.js';

/** `ablate serve`: the report's page over a sweep that goes on. */
export function registerServe(program: Command): void {
  program.command('serve')
    .description('the report as a live page: what is trained, how far it is, and the results as they come; read-only')
    .argument('[paths...]', 'only the rows of these files or folders, those that were not run yet too')
    .option('--port <number>', 'where to listen; 0 takes any port that is free', parsePort, 8642)
    .option('--host <name>', 'the address to listen at', parseHost, '127.0.0.1')
    .option('--allow-host <name>', 'another name under which browsers may ask (repeatable)', parseAllowedHost, [])
    .option('--new-token', 'make a new token: addresses of before open nothing any more, those of servers that run neither')
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .addHelpText('after', `
Examples:
  ablate serve
  ablate serve experiments/table --port 0

Prints the page's address with its token. Nothing can be changed by the page. Ctrl-C ends the server, no run. docs/serve.md says more.`)
    .action(async (paths: string[], options: ServeOptions & {readonly runs?: string}) => {
      const {serveRuns} = await import('./serve/serve-runs.js');
      await serveRuns(paths, options, findPlaces(options));
    });
}
