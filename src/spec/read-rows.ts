import type {Experiment, Published} from '../domain/experiment.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {checkConfig} from './check-config.js';
import {checkMatrix} from './check-matrix.js';
import {diffConfigs} from './diff-configs.js';
import {expandMatrix, type MatrixRow} from './expand-matrix.js';
import {layAssignments, type Assignment} from './lay-assignments.js';
import {emptyMap, placeAt, plainText, plainValue, without} from './located.js';
import {limits} from './limits.js';
import {mergeTrees} from './merge-trees.js';
import {missingFile} from './missing-file.js';
import type {SpecProblem} from './problem.js';
import {resolveConfig, type ResolvedConfig} from './resolve-config.js';
import type {ResolvedFile} from './resolve-extends.js';
import {sourceChain} from './source-chain.js';
import {checkName, nameOf} from './row-name.js';
import type {LocatedMap} from './source.js';
import {validatePart, validateTree} from './validate-tree.js';
import {withoutWrong} from './without-wrong.js';

/** An experiment and the tree that says where each of its values was written. */
export type Row = {readonly experiment: Experiment; readonly tree: LocatedMap};

/** A configuration that the data can be checked against, although keys of it may be wrong. */
export type Checkable = {
  readonly config: ExperimentConfig;
  readonly tree: LocatedMap;
  /** Top-level keys that are wrong as a whole: they stand at their defaults in `config`, and nothing can be said of them. */
  readonly wrong: ReadonlySet<string>;
};

export type RowsOfFile = {readonly rows: readonly Row[]; readonly checkable: readonly Checkable[]; readonly problems: readonly SpecProblem[]};

/** What is laid on every file and added to its rows' names, and where paths on the command line begin. */
export type Laying = {
  readonly assignments: readonly Assignment[];
  readonly suffix: string;
  readonly cwd: string;
  /** What trees mean with this on them, as far as that was asked: a parent has many children. */
  readonly meanings: Map<LocatedMap, Meaning>;
};

/** A right meaning in the form in which rows are compared, or none. */
type Meaning = ResolvedConfig['comparable'] | undefined;

/** The rows of one file, one for each combination of its matrix, and every problem that shows without the data. */
export function readRows(file: ResolvedFile, laying: Laying): RowsOfFile {
  const {rows, checkable, problems} = rowsOf(file, laying);
  return {rows, checkable, problems: problems.map(problem => ({...problem, rows: [file.source.label]}))};
}

function rowsOf(file: ResolvedFile, laying: Laying): RowsOfFile {
  const {tree} = file;
  if (!tree) {
    return {rows: [], checkable: [], problems: [...file.problems, ...partsOf(file)]};
  }

  const combinations = expandMatrix(tree);
  const reading = {file, tree, laying, other: comparedWith(file, combinations.some(({suffix}) => suffix !== ''), laying)};
  const results = combinations.map(row => readRow(reading, row));
  const rows = results.flatMap(result => result.rows);
  return {
    rows,
    checkable: results.flatMap(result => result.checkable),
    problems: [...checkMatrix(tree), ...checkRuns(rows), ...results.flatMap(result => result.problems)],
  };
}

function checkRuns(rows: readonly Row[]): SpecProblem[] {
  const runs = rows.reduce((sum, {experiment}) => sum + experiment.config.seeds.length, 0);
  const message = `${runs} runs, one for each seed of each row, are more than the ${limits.runs} of one file. Write fewer seeds, or vary fewer values.`;
  return runs > limits.runs ? [{key: 'seeds', message, place: placeAt(rows[0]!.tree, ['seeds'])}] : [];
}

// Of a chain that is broken, each file alone.
function partsOf({own, parent}: ResolvedFile): SpecProblem[] {
  const problems = own ? [...validatePart(mergeTrees(emptyMap(own.place), without(own, ['extends', 'matrix']))), ...checkMatrix(own)] : [];
  return [...problems, ...(parent ? partsOf(parent) : [])];
}

/** What a row's changes are told against: its name, and what it means, where it has a right meaning. */
type Compared = {readonly parent: string | undefined; readonly comparable: Record<string, unknown> | undefined};

type RowReading = {readonly file: ResolvedFile; readonly tree: LocatedMap; readonly laying: Laying; readonly other: Compared};

function readRow({file, tree: merged, laying, other}: RowReading, {assignments, suffix}: MatrixRow): RowsOfFile {
  const tree = layAssignments(merged, [...assignments, ...laying.assignments], laying.cwd);
  const base = nameOf(file, tree);
  const name = base + suffix + laying.suffix;
  const violations = validateTree(tree);
  const {right, wrong} = withoutWrong(tree, violations);
  const {config, comparable, problems: ofConfig} = resolveRight(right, wrong);
  const problems = [
    ...violations,
    ...(violations.length < limits.problems ? [] : [tooMany(violations)]),
    ...(wrong.has('name') ? [] : checkName(base, name, tree)),
    ...(wrong.has('published') ? [] : checkHistory(tree, laying.cwd)),
    ...ofConfig,
    ...(config ? checkConfig(config, tree, wrong) : []),
  ];
  const checkable = config ? [{config, tree, wrong}] : [];
  if (violations.length > 0 || !config || !comparable) {
    return {rows: [], checkable, problems};
  }

  const experiment: Experiment = {
    name,
    file: file.source.label,
    sources: sourceChain(file),
    parent: other.parent,
    config,
    changes: other.comparable ? diffConfigs(other.comparable, comparable) : [],
    description: plainText(tree, 'description'),
    published: publishedOf(tree),
  };
  return {rows: [{experiment, tree}], checkable, problems};
}

// Where the last one stands, so that it is read behind them.
function tooMany(violations: readonly SpecProblem[]): SpecProblem {
  const last = violations.reduce((one, other) => other.place.start > one.place.start ? other : one);
  return {key: '', message: `there may be more mistakes than these ${limits.problems}: mend them first.`, place: last.place};
}

// Without its wrong keys a tree is valid, unless one is wrong that has no default.
function resolveRight(right: LocatedMap, wrong: ReadonlySet<string>): Partial<ResolvedConfig> & Pick<ResolvedConfig, 'problems'> {
  if (wrong.size > 0 && validateTree(right).length > 0) {
    return {problems: []};
  }

  const resolved = resolveConfig(right);
  return wrong.has('dropout') ? {...resolved, problems: []} : resolved;
}

// A row of a matrix that has no parent is compared with its file as it is without the matrix. What is laid on the row is
// laid on the other as well, and is no part of what the row changes, unless the other has no right meaning with it.
function comparedWith(file: ResolvedFile, isVaried: boolean, laying: Laying): Compared {
  const other = file.parent ?? (isVaried ? file : undefined);
  if (!other?.tree) {
    return {parent: undefined, comparable: undefined};
  }

  const {suffix, cwd} = laying;
  const parent = nameOf(other, other.tree);
  const alike = meaningUnder(laying, other.tree);
  const asItIs = alike ?? meaningOf(layAssignments(other.tree, [], cwd));
  if (alike === undefined && asItIs !== undefined) {
    return {parent, comparable: asItIs};
  }

  return {parent: file.parent ?? alike ? parent + suffix : undefined, comparable: alike};
}

function meaningUnder({assignments, cwd, meanings}: Laying, tree: LocatedMap): Meaning {
  const meaning = meanings.has(tree) ? meanings.get(tree) : meaningOf(layAssignments(tree, assignments, cwd));
  meanings.set(tree, meaning);
  return meaning;
}

function meaningOf(tree: LocatedMap): Meaning {
  return validateTree(tree).length > 0 ? undefined : resolveConfig(tree).comparable;
}

function checkHistory(tree: LocatedMap, cwd: string): SpecProblem[] {
  const {history} = publishedOf(tree) ?? {};
  const message = history === undefined ? undefined : missingFile(history, cwd);
  return message === undefined ? [] : [{key: 'published.history', message, place: placeAt(tree, ['published', 'history'])}];
}

function publishedOf(tree: LocatedMap): Published | undefined {
  const node = tree.entries.get('published')?.value;
  return node && plainValue(node) as Published;
}
