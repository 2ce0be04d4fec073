import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {keyPlaceAt} from './located.js';
import type {SpecProblem} from './problem.js';
import {dereference} from './schema.js';
import type {LocatedMap} from './source.js';

type Schedule = ExperimentConfig['schedule'];
type Named<Name extends Schedule['name']> = Extract<Schedule, {name: Name}>;
type Complaint = {readonly key: string; readonly message: string};

// A file that holds every default, as a run's resolved.yaml does, is right too.
const defaultFactor = dereference({$ref: '#/definitions/step_schedule'}).properties?.factor?.default;

/** Whether a warm-up in steps ends within the training, which has so many of them. */
export function checkWarmUpSteps({schedule: {unit, warmup}, epochs}: ExperimentConfig, tree: LocatedMap, stepsPerEpoch: number): SpecProblem[] {
  const steps = epochs * stepsPerEpoch;
  const message = `the training has ${steps} steps, so that its learning rate would never be reached. Write less.`;
  return unit === 'steps' && warmup >= steps ? [{key: 'schedule.warmup', message, place: keyPlaceAt(tree, ['schedule', 'warmup'])}] : [];
}

/** Whether a schedule's options make sense together and within the training. */
export function checkSchedule(config: ExperimentConfig, tree: LocatedMap): SpecProblem[] {
  const node = tree.entries.get('schedule')?.value;
  const written = node?.kind === 'map' ? [...node.entries.keys()] : [];
  const complaints = [...complaintsOfKind(config, written), ...complaintsOfWarmUp(config)];
  return complaints.map(({key, message}) => ({key: `schedule.${key}`, message, place: keyPlaceAt(tree, ['schedule', key])}));
}

function complaintsOfKind({schedule, optimizer}: ExperimentConfig, written: readonly string[]): Complaint[] {
  switch (schedule.name) {
    case 'step': {
      return complaintsOfStep(schedule);
    }

    case 'plateau': {
      const message = `the learning rate begins at ${optimizer.learning_rate}, which is not above this: it would never fall.`;
      return schedule.min_lr >= optimizer.learning_rate ? [{key: 'min_lr', message}] : [];
    }

    case 'exponential': {
      return complaintsOfLength(schedule, 'decay', written);
    }

    case 'sgdr': {
      return complaintsOfLength(schedule, 'first_decay', written);
    }

    case 'constant':
    case 'cosine': {
      return [];
    }
  }
}

function complaintsOfStep({every, boundaries, values, factor}: Named<'step'>): Complaint[] {
  if ((every === undefined) === (boundaries === undefined)) {
    return [every === undefined
      ? {key: 'name', message: 'when the rate falls is missing. Write `every: 30`, or `boundaries: [30, 60]`.'}
      : {key: 'boundaries', message: '`every` says already when the rate falls. Take one of them away, an inherited one by `every: null`.'}];
  }

  return [
    ...complaintIf(boundaries?.some((boundary, index) => index > 0 && boundary <= boundaries[index - 1]!), 'boundaries', 'expected each boundary after the one before.'),
    ...complaintIf(values && !boundaries, 'values', '`every` has no end: give a `factor` instead, or `boundaries`.'),
    ...complaintIf(
      values && boundaries && values.length !== boundaries.length,
      'values',
      `expected one rate for each of the ${boundaries?.length} boundaries, which it begins at, but got ${values?.length}. Before the first it is the optimizer's.`,
    ),
    ...complaintIf(values && factor !== defaultFactor, 'factor', '`values` says already what the rate falls to. Write one of them.'),
  ];
}

// The default is meant in epochs.
function complaintsOfLength({unit}: Schedule, key: string, written: readonly string[]): Complaint[] {
  return complaintIf(unit === 'steps' && !written.includes(key), 'unit', `with steps as its unit the schedule needs \`${key}\`, a number of steps.`);
}

function complaintsOfWarmUp({schedule: {unit, warmup, warmup_from: from}, epochs}: ExperimentConfig): Complaint[] {
  const isWhole = unit === 'epochs' && warmup >= epochs;
  const ofNothing = 'nothing is warmed up: write how long as `warmup`, too.';
  return [
    ...complaintIf(isWhole, 'warmup', `the training has ${epochs} epochs, so that its learning rate would never be reached. Write less.`),
    ...complaintIf(warmup === 0 && from > 0, 'warmup_from', ofNothing),
  ];
}

function complaintIf(isWrong: boolean | undefined, key: string, message: string): Complaint[] {
  return isWrong ? [{key, message}] : [];
}
