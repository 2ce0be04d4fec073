import {spawnSync} from 'node:child_process';
import {copyFileSync, mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {parseUsage} from '../../bench/parse-usage.js';
import {findDataset, findKnownDataset} from '../../src/dataset/find-dataset.js';
import {cacheFolder} from '../../src/engine/cache-folder.js';
import {hasNativeOps} from '../../src/engine/native-ops.js';
import {layoutTable} from '../../src/report/layout-table.js';
import {loadRealEngine} from '../real-engine.js';
import {readAnswers} from './answers.js';
import {conformanceFolder, drawnPhotos, recordedFile} from './places.js';
import type {Finding, Subject} from './subject.js';
import {subjects} from './subjects.js';

// What `npm run conformance` starts: Keras and ablate do the same, subject by subject, and a table says how far apart they are.
const {values: {python = 'python3', record = false, help = false}, positionals} = parseUsage('npm run conformance', {
  allowPositionals: true,
  options: {python: {type: 'string'}, record: {type: 'boolean'}, help: {type: 'boolean', short: 'h'}},
});
const usage = `npm run conformance -- [SUBJECT…] [--record]

Lets a real Keras and ablate do the same, subject by subject, and prints how far apart they are. Exit code 1 where that is too far.

  SUBJECT…    some subjects alone: ${subjects.map(({name}) => name).join(', ')}
  --record    keep Keras' answers for \`npm test\`, which has no Keras

Examples:
  npm run conformance
  npm run conformance -- optimizers losses`;

if (help) {
  console.log(usage);
} else {
  await main(chooseSubjects(positionals));
}

async function main(chosen: readonly Subject[]): Promise<void> {
  await loadRealEngine();
  console.log(hasNativeOps() ? 'ablate computes with its own ops.' : 'ablate computes with TensorFlow\'s ops alone: its own were not compiled here.');
  const photos = record ? drawnPhotos : await findPhotos();
  let passed = true;
  for (const subject of chosen) {
    const started = performance.now();
    const findings = await compare(subject, photos);
    passed &&= findings.every(finding => isWithin(finding));
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`\n${subject.name} (${seconds} s)\n${layoutTable(columns(findings), Infinity).join('\n')}`);
  }

  console.log(passed ? '\nEverything is as in Keras.' : '\nSomething is not as in Keras: see ✖.');
  process.exitCode = passed ? 0 : 1;
}

function chooseSubjects(names: readonly string[]): readonly Subject[] {
  const unknown = names.filter(name => !subjects.some(subject => subject.name === name));
  if (unknown.length > 0) {
    console.error(`No such subject: ${unknown.join(', ')}. There are: ${subjects.map(({name}) => name).join(', ')}`);
    process.exit(2);
  }

  return names.length === 0 ? subjects : subjects.filter(({name}) => names.includes(name));
}

/** TrashNet's photos where they are, else the pictures that ablate draws. */
async function findPhotos(): Promise<string> {
  const places = {cwd: process.cwd(), env: process.env, cache: cacheFolder()};
  const photos = await findKnownDataset('trashnet', places);
  console.log(photos ? 'Photos: TrashNet' : 'Photos: drawn-litter (TrashNet was not found; ABLATE_DATA can say where it is)');
  return photos ?? (await findDataset('drawn-litter', places)).root;
}

async function compare({name, check}: Subject, photos: string): Promise<Finding[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ablate-conformance-'));
  try {
    const file = path.join(folder, 'answers.json');
    askKeras(name, file, photos);
    if (record) {
      copyFileSync(file, recordedFile(name));
    }

    return await check(readAnswers(file), photos);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function askKeras(subject: string, output: string, photos: string): void {
  const script = path.join(conformanceFolder, subject, 'ask_keras.py');
  const {status, error} = spawnSync(python, [script, output, '--photos', photos, ...record ? ['--record'] : []], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {...process.env, PYTHONPATH: conformanceFolder, PYTHONDONTWRITEBYTECODE: '1', CUDA_VISIBLE_DEVICES: '-1'},
  });
  if (status !== 0) {
    console.error(`${subject}: Keras did not answer${error ? ` (${error.message})` : ''}.`);
    process.exit(1);
  }
}

function columns(findings: readonly Finding[]) {
  return [
    {title: '', cells: findings.map(finding => isWithin(finding) ? '✔' : '✖')},
    {title: 'what', cells: findings.map(({what}) => what)},
    {title: 'largest difference', align: 'right' as const, cells: findings.map(({difference}) => difference.toPrecision(2))},
    {title: 'bar', align: 'right' as const, cells: findings.map(({bar}) => String(bar))},
    {title: 'measure', cells: findings.map(({measure}) => measure)},
  ];
}

function isWithin({difference, bar}: Finding): boolean {
  return difference <= bar;
}
