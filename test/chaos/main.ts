import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {parseUsage} from '../../bench/parse-usage.js';
import {runCampaign} from './campaign.js';
import {killAllIn} from './processes.js';
import {rows} from './rows.js';

// What `npm run chaos` starts: sweeps that are killed again and again, each compared with one that nobody disturbed.
const {values: {kills = '100', seed = String(Date.now() % 1e9), keep = false, help = false}} = parseUsage('npm run chaos', {
  options: {kills: {type: 'string'}, seed: {type: 'string'}, keep: {type: 'boolean'}, help: {type: 'boolean', short: 'h'}},
});
const usage = `npm run chaos -- [--kills N] [--seed S] [--keep]

Runs sweeps of small rows by the real command line, kills their hosts and workers at random instants and in named places (within a
checkpoint, the taking in of an event, a rename), halts them, lets the disk be full for a while, and starts them again until
all is done. Whatever differs then from a sweep that nobody disturbed is printed; exit code 1 where anything does.

  --kills N   until there were so many (100)
  --seed S    what is drawn (another each time): the same seed tries the same, but instants are never quite the same
  --keep      keep the folders of sweeps in which nothing differs too

Examples:
  npm run chaos -- --kills 500
  npm run chaos -- --kills 20 --seed 7`;

if (help) {
  console.log(usage);
} else if (Number.isSafeInteger(Number(kills)) && Number(kills) > 0 && Number.isSafeInteger(Number(seed))) {
  await main(Number(kills), Number(seed));
} else {
  console.error('Expected whole numbers for --kills, above 0, and --seed. `npm run chaos -- --help` says what there is.');
  process.exitCode = 2;
}

async function main(most: number, drawn: number): Promise<void> {
  console.log(`seed ${drawn}`);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-chaos-'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Hosts are in groups of their own, which a Ctrl-C does not reach.
      killAllIn(folder);
      process.exit(130);
    });
  }

  const tally = await runCampaign({
    folder, rows, seed: drawn, kills: most, killsPerSweep: 25, keep,
    onSweep({progress}, what) {
      console.log(`${what}\n${progress}`);
    },
  });
  console.log(`\n${tally.summary}`);
  const isBroken = tally.differences.length > 0;
  if (isBroken) {
    console.log(`again: npm run chaos -- --seed ${drawn} --kills ${most}`);
    process.exitCode = 1;
  }

  if (isBroken || keep) {
    console.log(`the sweeps: ${folder}`);
  } else {
    await rm(folder, {recursive: true, force: true});
  }
}
