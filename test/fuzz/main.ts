import process from 'node:process';
import {parseUsage} from '../../bench/parse-usage.js';
import {layoutTable} from '../../src/report/layout-table.js';
import {kinds} from './kinds.js';
import {tryInChild} from './try-in-child.js';
import type {Tried} from './try-kind.js';

// What `npm run fuzz` starts: each kind of bad input in turn, from seed to seed, until the time is over.
const {values: {seconds = '60', seed = '1', kind, help = false}} = parseUsage('npm run fuzz', {
  options: {seconds: {type: 'string'}, seed: {type: 'string'}, kind: {type: 'string'}, help: {type: 'boolean', short: 'h'}},
});
const usage = `npm run fuzz -- [--seconds N] [--seed S] [--kind NAME]

Gives ablate bad input of each kind in turn: ${kinds.map(({name}) => name).join(', ')}. Prints how many were tried and
what they broke, each with the seed that repeats it and the folder of its files. Exit code 1 where anything broke.

  --seconds N   how long, all kinds together (60)
  --seed S      where to begin (1): the same seed gives the same inputs
  --kind NAME   one kind alone

Examples:
  npm run fuzz -- --seconds 600
  npm run fuzz -- --kind pictures --seed 7`;

const sliceMs = 15_000;

if (help) {
  console.log(usage);
} else if (!(Number(seconds) > 0) || !Number.isSafeInteger(Number(seed)) || (kind !== undefined && !kinds.some(({name}) => name === kind))) {
  console.error('Expected seconds above 0, a whole number for a seed, and one of the kinds. `npm run fuzz -- --help` says what there is.');
  process.exitCode = 2;
} else {
  await main(kind === undefined ? kinds.map(({name}) => name) : [kind], Number(seconds) * 1000, Number(seed));
}

async function main(names: readonly string[], milliseconds: number, first: number): Promise<void> {
  const counts = new Map(names.map(name => [name, 0]));
  const broken: string[] = [];
  const end = performance.now() + milliseconds;
  for (let seed = first; performance.now() < end; seed++) {
    for (const name of names) {
      const left = end - performance.now();
      if (left <= 0) {
        break;
      }

      const tried = await tryInChild({kind: name, seed, milliseconds: Math.min(sliceMs, (left / names.length) + 1000)});
      counts.set(name, counts.get(name)! + tried.tries);
      if (tried.complaint !== undefined) {
        broken.push(name);
        console.log(describe(name, seed, tried));
      }
    }
  }

  console.log(layoutTable([
    {title: 'kind', cells: names},
    {title: 'tried', align: 'right', cells: names.map(name => String(counts.get(name)))},
    {title: 'broken', align: 'right', cells: names.map(name => String(broken.filter(each => each === name).length))},
  ], Infinity).join('\n'));
  process.exitCode = broken.length > 0 ? 1 : 0;
}

function describe(name: string, seed: number, {complaint, folder, path}: Tried): string {
  return `✖ ${name}, seed ${seed}${path === undefined ? '' : `, path ${path}`}: ${complaint}\n  its files: ${folder}\n  again: npm run fuzz -- --kind ${name} --seed ${seed}\n`;
}
