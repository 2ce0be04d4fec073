import {mkdtemp, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type {Engine} from '../src/domain/device.js';
import {cacheFolder} from '../src/engine/cache-folder.js';
import {provisionEngine} from '../src/engine/provision-engine.js';
import {replaceFile} from '../src/files/replace-file.js';
import {collectSamples} from './collect-samples.js';
import {describeCircumstances} from './describe-circumstances.js';
import {describeKeras, type KerasFacts} from './describe-keras.js';
import {Inputs} from './inputs.js';
import {layoutResults} from './layout-results.js';
import {root} from './machine.js';
import type {Measure, Sample} from './measure.js';
import {kerasNames, makeMeasure, measureNames, type MeasureName} from './measures.js';
import {parseUsage} from './parse-usage.js';
import {Progress} from './progress.js';
import {csvName, toCsv, type Circumstances} from './results-csv.js';
import {fullScale, quickScale, type Scale} from './scale.js';
import {ablateSide, kerasSide, type Side} from './side.js';
import {summarize} from './summarize.js';

const help = `npm run bench -- [--only NAME…] [--repetitions N] [--quick]

Measures ablate and Keras side by side: repetition by repetition in turns, in one run, each in processes of its own.
Prints a table, and writes every figure to a file in bench/results. All of it takes about 15 minutes on two cores; leave
the machine alone meanwhile. Exit code 1 where a bar is missed.

  --only NAME…       some measures alone: ${measureNames.join(', ')}
  --repetitions N    how often each side is measured (default: ${fullScale.repetitions})
  --quick            small pictures and few steps, to see that everything works: the figures mean nothing, and no file is written

Examples:
  npm run bench
  npm run bench -- --only model1 head --repetitions 3`;

const {values: options, positionals} = parseUsage('npm run bench', {
  allowPositionals: true,
  options: {
    python: {type: 'string'},
    only: {type: 'string', multiple: true},
    repetitions: {type: 'string'},
    quick: {type: 'boolean'},
    help: {type: 'boolean', short: 'h'},
  },
});

if (options.help) {
  console.log(help);
} else {
  await bench(chooseMeasures([...options.only ?? [], ...positionals]), chooseScale());
}

async function bench(names: readonly MeasureName[], scale: Scale): Promise<void> {
  const engine = await provisionEngine({cache: cacheFolder(), log: process.stderr});
  const keras = describeKeras(options.python!);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-bench-'));
  const progress = new Progress();
  try {
    progress.say('preparing photos and features');
    const inputs = await Inputs.prepare(folder, engine, scale);
    const circumstances = await describeCircumstances(engine, keras, inputs.photosName);
    const measures: Measure[] = [];
    const samples: Sample[] = [];
    for (const name of names) {
      const measure = await makeMeasure(name, inputs, scale);
      measures.push(measure);
      samples.push(...await collectSamples(measure, sidesOf(measure, engine, keras), scale.repetitions, text => {
        progress.say(`${measure.title}: ${text}`);
      }));
    }

    progress.end();
    await report(measures, samples, circumstances, keras);
  } finally {
    await rm(folder, {recursive: true});
  }
}

function sidesOf({against}: Measure, engine: Engine, {hasOneDnn}: KerasFacts): Side[] {
  const python = options.python!;
  const asItComes = [ablateSide(engine), kerasSide(kerasNames.asItComes, python)];
  return against === 'as it comes'
    ? asItComes
    : [
      ...asItComes,
      kerasSide(kerasNames.oneDnn, python, {TF_ENABLE_ONEDNN_OPTS: '1'}),
      ...hasOneDnn ? [kerasSide(kerasNames.withoutOneDnn, python, {TF_ENABLE_ONEDNN_OPTS: '0'})] : [],
    ];
}

async function report(
  measures: readonly Measure[],
  samples: readonly Sample[],
  circumstances: Circumstances,
  {hasOneDnn}: KerasFacts,
): Promise<void> {
  const {commit, processor: name, cores, engine, keras, photos} = circumstances;
  console.log(`\n${name}, ${cores} cores; ablate ${commit}, ${engine}; ${keras}; photos: ${photos}\n`);
  console.log(layoutResults(measures, samples).join('\n'));
  console.log('\nratio: the median of a measure\'s first line, divided by the line\'s own.');
  if (hasOneDnn && measures.some(({against}) => against === 'every setting')) {
    console.log('TensorFlow turns oneDNN on by itself on this processor: "as it comes" has it on too. Where it does not, Keras gives what "oneDNN off" shows.');
  }

  const missed = measures.filter(measure => summarize(measure, samples).some(({holds}) => holds === false));
  if (options.quick) {
    console.log('\n--quick: these figures mean nothing, neither do the bars, and no file was written.');
  } else {
    const file = path.join(root, 'bench/results', csvName(circumstances));
    await replaceFile(file, toCsv(measures, samples, circumstances, await readFile(file, 'utf8').catch(() => '')));
    console.log(`\n${path.relative(process.cwd(), file)}`);
    process.exitCode = missed.length > 0 ? 1 : 0;
  }
}

function chooseMeasures(asked: readonly string[]): readonly MeasureName[] {
  const unknown = asked.filter(name => !measureNames.includes(name as MeasureName));
  if (unknown.length > 0) {
    console.error(`No such measure: ${unknown.join(', ')}. There are: ${measureNames.join(', ')}`);
    process.exit(2);
  }

  return asked.length === 0 ? measureNames : measureNames.filter(name => asked.includes(name));
}

function chooseScale(): Scale {
  const scale = options.quick ? quickScale : fullScale;
  const repetitions = Number(options.repetitions ?? scale.repetitions);
  if (!Number.isInteger(repetitions) || repetitions < 1) {
    console.error(`--repetitions wants a whole number from 1 on, not ${options.repetitions}.`);
    process.exit(2);
  }

  return {...scale, repetitions};
}
