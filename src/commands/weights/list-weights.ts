import chalk from 'chalk';
import type {BackboneName} from '../../domain/backbone.js';
import {backboneGraph} from '../../model/backbones.js';
import {searchPublished} from '../../model/weights/find-weights.js';
import {describeSource, knownWeights, type WeightsSource} from '../../model/weights/known-weights.js';
import {layoutTable} from '../../report/layout-table.js';
import type {Places} from '../places.js';
import {tableWidth} from '../table-width.js';

/** `ablate weights list`: the text to print. */
export async function listWeights(places: Places, json: true | undefined): Promise<string> {
  const rows = await Promise.all((Object.keys(knownWeights) as BackboneName[]).map(async name => describe(name, places)));
  return json ? `${JSON.stringify(rows, undefined, 2)}\n` : format(rows);
}

async function describe(name: BackboneName, places: Places) {
  const {title, sources} = knownWeights[name];
  const search = await searchPublished(name, places);
  const [found, missing] = 'found' in search ? [search.found] : [undefined, search.missing];
  return {
    name,
    title,
    preprocess: backboneGraph(name).preprocess,
    file: found?.weights.path ?? null,
    sha256: found?.weights.sha256 ?? null,
    from: found ? describeSource(found.source) : null,
    note: found?.source.format === 'tfjs' ? found.source.note : null,
    sources: sources.map(source => ({source: describeSource(source), bytes: source.bytes, licence: source.licence, ...checksums(source)})),
    looked_for: missing?.looked ?? [],
    refused: missing?.refused ?? [],
  };
}

function checksums(source: WeightsSource): {readonly md5?: string; readonly sha256?: string} {
  return source.format === 'h5' ? {md5: source.md5} : {sha256: source.sha256};
}

type Row = Awaited<ReturnType<typeof describe>>;

function format(rows: readonly Row[]): string {
  const shown = rows.map(row => ({...row, source: row.sources.find(({source}) => source === row.from) ?? row.sources[0]!}));
  const table = layoutTable([
    {title: 'backbone', cells: shown.map(({name}) => name)},
    {title: 'here', cells: shown.map(({file}) => file === null ? 'no' : 'yes')},
    {title: 'MB', align: 'right', cells: shown.map(({source}) => (source.bytes / 1e6).toFixed(1))},
    {title: 'preprocess', priority: 1, cells: shown.map(({preprocess}) => preprocess)},
    {title: 'licence', priority: 2, cells: shown.map(({source}) => source.licence)},
    {title: 'verified by', priority: 3, cells: shown.map(({source: {md5, sha256}}) => describeChecksum(md5, sha256))},
  ], tableWidth(), chalk.bold);
  return `${table.join('\n')}\n\n${rows.map(row => describePlace(row)).join('')}`;
}

function describeChecksum(md5: string | undefined, sha256: string | undefined): string {
  if (md5 !== undefined) {
    return `MD5 ${md5}`;
  }

  return sha256 === undefined ? 'size and format (Keras lists no checksum)' : `SHA-256 ${sha256.slice(0, 16)}…`;
}

function describePlace({name, file, from, note, sha256, refused}: Row): string {
  const lines = file === null
    ? [`not here; fetch it with ${chalk.cyan(`ablate weights get ${name}`)}`, ...refused.map(other => `${other.file} is not it: ${other.reason}`)]
    : [file, `from ${from}`, ...note === null ? [] : [note], `SHA-256 ${sha256}`];
  return `${file === null ? chalk.yellow('–') : chalk.green('✔')} ${chalk.bold(name)}\n${lines.map(line => `    ${line}\n`).join('')}`;
}
