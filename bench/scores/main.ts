import process from 'node:process';
import {parseUsage} from '../parse-usage.js';
import {parts} from './parts.js';

// What `npm run simulate` starts: scores of simulated tables, of which the truth is known.
const fullRepetitions = 3300;
const names = Object.keys(parts);
const {values: {help = false, repetitions: asked, seed = '1'}, positionals} = parseUsage('npm run simulate', {
  allowPositionals: true,
  options: {help: {type: 'boolean', short: 'h'}, repetitions: {type: 'string'}, seed: {type: 'string'}},
});
const usage = `npm run simulate -- [PART…] [--repetitions N] [--seed N]

Scores simulated tables whose truth is known: how often intervals hold it, how often ties are called, how often differences are found.
All of it takes about 10 minutes on one core. The same seed gives the same figures.

  PART…              some parts alone: ${names.join(', ')}
  --repetitions N    tables a shape (default: ${fullRepetitions}, so that standard errors are 0.3 points)
  --seed N           default: 1`;

if (help) {
  console.log(usage);
} else {
  simulate();
}

function simulate(): void {
  const repetitions = wholeNumber('--repetitions', asked ?? String(fullRepetitions));
  for (const name of choose(positionals)) {
    const {title, run} = parts[name]!;
    const started = performance.now();
    const table = run(repetitions, wholeNumber('--seed', seed));
    console.log(`\n${name}: ${title} (${((performance.now() - started) / 1000).toFixed(0)} s)\n\n${table}`);
  }
}

function choose(wanted: readonly string[]): readonly string[] {
  const unknown = wanted.filter(name => !names.includes(name));
  return unknown.length > 0 ? refuse(`No such part: ${unknown.join(', ')}. There are: ${names.join(', ')}`) : (wanted.length > 0 ? wanted : names);
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 ? number : refuse(`${option} wants a whole number from 1 on, not ${text}.`);
}

function refuse(problem: string): never {
  console.error(problem);
  process.exit(2);
}
