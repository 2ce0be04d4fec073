import process from 'node:process';
import {createInterface} from 'node:readline';
import tf from '../../src/engine/tfjs.js';
import type {Engine} from '../../src/domain/device.js';
import {loadEngine} from '../../src/engine/load-engine.js';
import type {Task} from '../task.js';
import {evaluation} from './evaluation.js';
import {features} from './features.js';
import {growth} from './growth.js';
import {head} from './head.js';
import {peakMemory} from './peak-memory.js';
import {pipeline} from './pipeline.js';
import {readers} from './readers.js';
import {runner} from './runner.js';
import {sweep} from './sweep.js';
import {trainingStep} from './training-step.js';
import type {Turn} from './turn.js';

type Preparations = {[Name in Task['task']]: (task: Extract<Task, {task: Name}>) => Promise<Turn>};

const preparations: Preparations = {
  'training step': trainingStep,
  evaluation,
  features,
  head,
  pipeline,
  'peak memory': peakMemory,
  growth,
  runner,
  sweep,
  readers,
};

// The process that ablate is measured in, given an engine: a line with the task, then one for each turn; each is answered by a line.
let turn: Turn | undefined;
for await (const line of createInterface({input: process.stdin})) {
  if (turn) {
    answer(await turn());
  } else {
    turn = await prepare(JSON.parse(line) as Task);
    answer([]);
  }
}

async function prepare(task: Task): Promise<Turn> {
  await loadEngine(JSON.parse(process.argv[2]!) as Engine);
  await tf.ready();
  // The type pairs each task with its preparation; the compiler cannot follow that through an index.
  return (preparations[task.task] as (task: Task) => Promise<Turn>)(task);
}

function answer(values: readonly number[]): void {
  process.stdout.write(`${JSON.stringify(values)}\n`);
}
