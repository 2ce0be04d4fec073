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

/** Whether what a schedule says in steps happens within the training, which has so many steps an epoch. */
export function checkScheduleSteps({schedule, epochs}: ExperimentConfig, tree: LocatedMap, stepsPerEpoch: number): SpecProblem[] {
  return schedule.unit === 'steps' ? locate(complaintsOfLengths(schedule, epochs * stepsPerEpoch), tree) : [];
}

/** Whether a schedule's options make sense together and within the training. Nothing is said of the top-level keys in `wrong`. */
export function checkSchedule({schedule, optimizer, epochs}: ExperimentConfig, tree: LocatedMap, wrong: ReadonlySet<string>): SpecProblem[] {
  return locate([
    ...complaintsOfKind(schedule, tree),
    ...(wrong.has('optimizer') ? [] : complaintsOfRate(schedule, optimizer)),
    ...complaintIf(schedule.warmup === 0 && schedule.warmup_from > 0, 'warmup_from', 'nothing is warmed up: write how long as `warmup`, too.'),
    ...(wrong.has('epochs') || schedule.unit !== 'epochs' ? [] : complaintsOfLengths(schedule, epochs)),
  ], tree);
}

function locate(complaints: readonly Complaint[], tree: LocatedMap): SpecProblem[] {
  return complaints.map(({key, message}) => ({key: `schedule.${key}`, message, place: keyPlaceAt(tree, ['schedule', key])}));
}

function complaintsOfKind(schedule: Schedule, tree: LocatedMap): Complaint[] {
  switch (schedule.name) {
    case 'step': {
      return complaintsOfStep(schedule, tree);
    }

    case 'exponential': {
      return complaintsOfLength(schedule, 'decay', tree);
    }

    case 'sgdr': {
      return complaintsOfLength(schedule, 'first_decay', tree);
    }

    case 'constant':
    case 'cosine':
    case 'plateau': {
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

function complaintsOfRate(schedule: Schedule, {learning_rate: rate}: ExperimentConfig['optimizer']): Complaint[] {
  const message = `the learning rate begins at ${rate}, which is not above this: it would never fall.`;
  return complaintIf(schedule.name === 'plateau' && schedule.min_lr >= rate, 'min_lr', message);
}

/** Of a training of so many epochs or steps, whichever is the schedule's unit. */
function complaintsOfLengths(schedule: Schedule, total: number): Complaint[] {
  const {warmup, unit} = schedule;
  const training = `the training has ${total} ${unit}`;
  if (warmup >= total) {
    return [{key: 'warmup', message: `${training}, so that its learning rate would never be reached. Write less.`}];
  }

  const behind = warmup > 0 ? `, ${total - warmup} of them behind the warm-up` : '';
  const message = `${training}${behind}, so that the rate would never fall. Write less.`;
  return schedule.name === 'step' ? complaintIf(neverFalls(schedule, total - warmup), schedule.every === undefined ? 'boundaries' : 'every', message) : [];
}

// A boundary in steps is the last step with the old rate, which counts from 0.
function neverFalls({every, boundaries, unit}: Named<'step'>, length: number): boolean {
  const last = unit === 'steps' ? 1 : 0;
  const falls = every === undefined ? boundaries?.map(boundary => boundary + last) : [every];
  return falls?.every(fall => fall >= length) ?? false;
}

function complaintIf(isWrong: boolean | undefined, key: string, message: string): Complaint[] {
  return isWrong ? [{key, message}] : [];
}
