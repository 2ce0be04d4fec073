import process from 'node:process';
import type {Command} from 'commander';
import {findPlaces} from './places.js';

type GetOptions = {readonly from?: string; readonly json?: true};
type ListOptions = {readonly json?: true};

/** `ablate weights`: fetch and list the weights that backbones begin from. */
export function registerWeights(program: Command): void {
  const weights = program.command('weights')
    .description('fetch and list the ImageNet weights that backbones begin from')
    .addHelpText('after', `
Examples:
  ablate weights list
  ablate weights get inception_v3`);
  registerGet(weights);
  registerList(weights);
}

function registerGet(weights: Command): void {
  weights.command('get')
    .description('fetch a backbone\'s ImageNet weights into the cache, and verify their checksum')
    .argument('<name>', 'efficientnet_b0, efficientnet_b5, inception_v3, mobilenet_v2 or resnet50')
    .option('--from <source>', 'a file, a folder or a URL, instead of the public sources')
    .option('--json', 'where they lie, as JSON')
    .addHelpText('after', `
Examples:
  ablate weights get inception_v3
  ablate weights get inception_v3 --from ~/.keras/models

Does nothing where the weights are there already ($ABLATE_WEIGHTS, ./weights or the cache). A download that was cut goes on
where it stopped. Exit code 2 where they could not be had.`)
    .action(async (name: string, {from, json}: GetOptions) => {
      const {fetchWeights} = await import('./weights/fetch-weights.js');
      process.stdout.write(await fetchWeights(name, {places: findPlaces(), from, json, log: process.stderr}));
    });
}

function registerList(weights: Command): void {
  weights.command('list')
    .description('the weights that are on this machine, where they lie and where they came from, and those that can be had')
    .option('--json', 'as JSON')
    .addHelpText('after', `
Example:
  ablate weights list`)
    .action(async ({json}: ListOptions) => {
      const {listWeights} = await import('./weights/list-weights.js');
      process.stdout.write(await listWeights(findPlaces(), json));
    });
}
