import {Random} from '../../src/engine/random.js';
import {complaintsOf} from './complaints.js';
import {differences} from './differences.js';
import {disturb} from './disturb.js';
import {Host} from './host.js';
import {rebuild} from './rebuild.js';
import {fewRows} from './rows.js';
import {readRecord, type SweepRecord} from './record.js';
import {Tally} from './tally.js';
import {World, type SweepPlace} from './world.js';

export type CampaignOptions = {
  /** An empty folder. */
  readonly folder: string;
  readonly rows: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly kills: number;
  /** How often one sweep is killed at most. */
  readonly killsPerSweep: number;
  /** Whether a sweep's folder stays although nothing differs. */
  readonly keep?: boolean;
  /** Told after each sweep. */
  readonly onSweep?: (tally: Tally, what: string) => void;
};

/** What `npm test` does. */
export const shortForm = {rows: fewRows, kills: 3, killsPerSweep: 3} as const;

/** Disturbs one sweep after another, until there were so many kills, and compares each with one that nobody disturbed. */
export async function runCampaign({folder, rows, seed, kills, killsPerSweep, keep = false, onSweep}: CampaignOptions): Promise<Tally> {
  const world = await World.create(folder, rows);
  const expected = await runUndisturbed(world);
  const tally = new Tally('lacking' in world.preload ? world.preload.lacking : undefined);
  const random = Random.fromSeed(seed);
  for (let number = 1; tally.kills < kills && tally.differences.length === 0; number++) {
    const place = world.place(`sweep-${number}`);
    const found = await disturb(place, {random: random.fork(number), kills: Math.min(killsPerSweep, kills - tally.kills), tally});
    const different = found.length > 0 ? found : [...complaintsOf(place), ...differences(expected, readRecord(place)), ...rebuild(place)];
    tally.rounds++;
    tally.differences.push(...different);
    onSweep?.(tally, describe(number, place, different));
    if (different.length === 0 && !keep) {
      place.remove();
    }
  }

  return tally;
}

async function runUndisturbed(world: World): Promise<SweepRecord> {
  const place = world.place('undisturbed');
  const host = new Host(place);
  await host.exited;
  const found = complaintsOf(place);
  // One of its rows fails, and is to.
  if (host.code !== 1 || found.length > 0) {
    throw new Error(`the undisturbed sweep ended with ${host.signal ?? host.code}: ${[host.stderr, ...found].join('\n')}`);
  }

  return readRecord(place);
}

function describe(number: number, {folder}: SweepPlace, different: readonly string[]): string {
  return different.length === 0 ? `sweep ${number} is as if nothing had been` : `✖ sweep ${number}, in ${folder}:\n${different.map(words => `  ${words}`).join('\n')}`;
}
