import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {parseUsage} from '../../bench/parse-usage.js';
import {type CampaignOptions, runCampaign, shortForm} from './campaign.js';
import {killAllIn} from './processes.js';
import {rows} from './rows.js';

// What `npm run chaos` starts: sweeps that are killed again and again, each compared with one that nobody disturbed.
const {values: {kills, seed = String(Date.now() % 1e9), short = false, keep = false, help = false}} = parseUsage('npm run chaos', {
  options: {kills: {type: 'string'}, seed: {type: 'string'}, short: {type: 'boolean'}, keep: {type: 'boolean'}, help: {type: 'boolean', short: 'h'}},
});
const usage = `npm run chaos -- [--kills N] [--seed S] [--short] [--keep]

Runs sweeps of small rows by the real command line, kills their hosts and workers at random instants and in named places (within a
checkpoint, the taking in of an event, a rename), halts them, lets the disk be full for a while, and starts them again until
all is done. Whatever differs then from a sweep that nobody disturbed is printed; exit code 1 where anything does.

  --kills N   until there were so many (100; of the short form ${shortForm.kills})
  --seed S    what is drawn (another each time): the same seed tries the same, but instants are never quite the same
  --short     fewer and shorter rows: what \`npm test\` does
  --keep      keep the folders of sweeps in which nothing differs too

Examples:
  npm run chaos -- --kills 500
  npm run chaos -- --kills 20 --seed 7`;

if (help) {
  console.log(usage);
} else if (process.platform !== 'linux') {
  console.error('Chaos runs on Linux alone: it finds processes in /proc.');
  process.exitCode = 2;
} else if (isCount(kills ?? '1') && Number.isSafeInteger(Number(seed))) {
  await main(short ? {...shortForm, ...kills && {kills: Number(kills)}} : {rows, kills: Number(kills ?? 100), killsPerSweep: 25}, Number(seed));
} else {
  console.error('Expected whole numbers for --kills, above 0, and --seed. `npm run chaos -- --help` says what there is.');
  process.exitCode = 2;
}

function isCount(text: string): boolean {
  return Number.isSafeInteger(Number(text)) && Number(text) > 0;
}

async function main(form: Pick<CampaignOptions, 'rows' | 'kills' | 'killsPerSweep'>, drawn: number): Promise<void> {
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
    folder, seed: drawn, keep, ...form,
    onSweep({progress}, what) {
      console.log(`${what}\n${progress}`);
    },
  });
  console.log(`\n${tally.summary}`);
  const isBroken = tally.differences.length > 0;
  if (isBroken) {
    console.log(`again: npm run chaos -- --seed ${drawn} --kills ${form.kills}${short ? ' --short' : ''}`);
    process.exitCode = 1;
  }

  if (isBroken || keep) {
    console.log(`the sweeps: ${folder}`);
  } else {
    await rm(folder, {recursive: true, force: true});
  }
}
