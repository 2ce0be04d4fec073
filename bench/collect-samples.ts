import type {Measure, Sample} from './measure.js';
import {SideProcess, type Side} from './side.js';

/** Hears what is going on. */
export type Say = (text: string) => void;

/** Carries a measure out, each of the sides `repetitions` times. Only one of them computes at a time. */
export async function collectSamples(measure: Measure, sides: readonly Side[], repetitions: number, say: Say): Promise<Sample[]> {
  switch (measure.plan.kind) {
    case 'in turns': {
      return takeTurns(measure, sides, repetitions, say);
    }

    case 'in new processes': {
      return takeNewProcesses(measure, sides, repetitions, say);
    }

    case 'once': {
      say('ablate');
      const values = await measureOnce(measure, sides[0]!);
      return measure.plan.sides.map((side, index) => ({measure: measure.name, side, repetition: 1, value: values[index]!}));
    }
  }
}

async function takeTurns(measure: Measure, sides: readonly Side[], repetitions: number, say: Say): Promise<Sample[]> {
  const processes: Array<{readonly name: string; readonly process: SideProcess}> = [];
  const samples: Sample[] = [];
  try {
    for (const side of sides) {
      say(`${side.name} starts and warms up`);
      processes.push({name: side.name, process: await SideProcess.start(side, measure.plan.task)});
    }

    for (let repetition = 1; repetition <= repetitions; repetition++) {
      // Back and forth, so that nobody always follows the same one.
      for (const {name, process} of repetition % 2 === 1 ? processes : processes.toReversed()) {
        say(`${repetition} of ${repetitions}, ${name}`);
        const [value] = await process.turn();
        samples.push({measure: measure.name, side: name, repetition, value: value!});
      }
    }
  } finally {
    await Promise.all(processes.map(async ({process}) => process.close()));
  }

  return samples;
}

async function takeNewProcesses(measure: Measure, sides: readonly Side[], repetitions: number, say: Say): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let repetition = 1; repetition <= repetitions; repetition++) {
    for (const side of sides) {
      say(`${repetition} of ${repetitions}, ${side.name}`);
      const [value] = await measureOnce(measure, side);
      samples.push({measure: measure.name, side: side.name, repetition, value: value!});
    }
  }

  return samples;
}

async function measureOnce({plan: {task}}: Measure, side: Side): Promise<readonly number[]> {
  const process = await SideProcess.start(side, task);
  try {
    return await process.turn();
  } finally {
    await process.close();
  }
}
