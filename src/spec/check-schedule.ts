import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {keyPlaceAt} from './located.js';
import type {SpecProblem} from './problem.js';
import {dereference} from './schema.js';
import type {LocatedMap} from './source.js';
import {remedyFor, weakestFirst} from './weakest-first.js';

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
  const complaints = [...complaintsOfKind(config, tree), ...complaintsOfWarmUp(config)];
  return complaints.map(({key, message}) => ({key: `schedule.${key}`, message, place: keyPlaceAt(tree, ['schedule', key])}));
}

function complaintsOfKind({schedule, optimizer}: ExperimentConfig, tree: LocatedMap): Complaint[] {
  switch (schedule.name) {
    case 'step': {
      return complaintsOfStep(schedule, tree);
    }

    case 'plateau': {
      const message = `the learning rate begins at ${optimizer.learning_rate}, which is not above this: it would never fall.`;
      return schedule.min_lr >= optimizer.learning_rate ? [{key: 'min_lr', message}] : [];
    }

    case 'exponential': {
      return complaintsOfLength(schedule, 'decay', tree);
    }

    case 'sgdr': {
      return complaintsOfLength(schedule, 'first_decay', tree);
    }

    case 'constant':
    case 'cosine': {
      return [];
    }
  }
}

function complaintsOfStep({every, boundaries, values, factor}: Named<'step'>, tree: LocatedMap): Complaint[] {
  if (every === undefined && boundaries === undefined) {
    return [{key: 'name', message: 'when the rate falls is missing. Write `every: 30`, or `boundaries: [30, 60]`.'}];
  }

  return [
    ...complaintIf(boundaries?.some((boundary, index) => index > 0 && boundary <= boundaries[index - 1]!), 'boundaries', 'expected each boundary after the one before.'),
    ...(every !== undefined && boundaries ? [complaintOfTwo(tree, ['every', 'boundaries'], 'when the rate falls')] : []),
    ...(values && factor !== defaultFactor ? [complaintOfTwo(tree, ['values', 'factor'], 'what the rate falls to')] : []),
    ...(values ? complaintsOfValues(values, boundaries, tree) : []),
  ];
}

// Told at what the row itself says, not at what it inherits.
function complaintOfTwo(tree: LocatedMap, keys: readonly [string, string], what: string): Complaint {
  const [weak, strong] = weakestFirst(tree, 'schedule', keys);
  return {key: strong!.key, message: `\`${weak!.key}\` says already ${what}. ${remedyFor('schedule', weak!, strong!)}`};
}

function complaintsOfValues(values: readonly number[], boundaries: readonly number[] | undefined, tree: LocatedMap): Complaint[] {
  if (!boundaries) {
    const [weak, strong] = weakestFirst(tree, 'schedule', ['every', 'values']);
    return strong!.key === 'values'
      ? [{key: 'values', message: '`every` has no end: give a `factor` instead, or `boundaries`.'}]
      : [{key: 'every', message: `it has no end, but \`values\` has. ${remedyFor('schedule', weak!, strong!)}`}];
  }

  const message = `expected one rate in \`values\` for each of the ${boundaries.length} boundaries, which it begins at, but got ${values.length}. Before the first it is the optimizer's.`;
  return complaintIf(values.length !== boundaries.length, weakestFirst(tree, 'schedule', ['boundaries', 'values'])[1]!.key, message);
}

// The default is meant in epochs.
function complaintsOfLength({unit}: Schedule, key: string, tree: LocatedMap): Complaint[] {
  const node = tree.entries.get('schedule')?.value;
  const isWritten = node?.kind === 'map' && node.entries.has(key);
  return complaintIf(unit === 'steps' && !isWritten, 'unit', `with steps as its unit the schedule needs \`${key}\`, a number of steps.`);
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
