import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {runCampaign, shortForm} from './campaign.js';
import {killAllIn} from './processes.js';

// Other instants each time; `npm run chaos` is the long form.
// Processes are found in /proc, and the library is for Linux.
const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('a sweep that is killed at random instants and started again leaves what one does that nobody disturbed', async t => {
  t.timeout(900_000);
  const seed = Date.now() % 1e9;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-chaos-'));
  t.teardown(async () => {
    killAllIn(folder);
    await rm(folder, {recursive: true, force: true});
  });
  const tally = await runCampaign({folder, seed, ...shortForm});
  t.log(`seed ${seed}: ${tally.progress}`);
  t.deepEqual(tally.differences, [], `npm run chaos -- --short --seed ${seed} repeats it, but for the instants`);
  t.true(tally.kills >= shortForm.kills);
});
