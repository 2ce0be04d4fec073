import path from 'node:path';
import type {Experiment, Published} from '../domain/experiment.js';
import {anchorPaths} from './anchor-paths.js';
import {diffConfigs} from './diff-configs.js';
import {expandMatrix, type MatrixRow} from './expand-matrix.js';
import {findFiles} from './find-files.js';
import {placeAt, plainValue, without} from './located.js';
import {mergeTrees} from './merge-trees.js';
import {parseOverride, type Override} from './parse-override.js';
import type {SpecProblem} from './problem.js';
import {sourceReader} from './read-source.js';
import {resolveConfig} from './resolve-config.js';
import {resolveExtends, type ResolvedFile} from './resolve-extends.js';
import type {LocatedMap} from './source.js';
import {validateTree} from './validate-tree.js';

/** An experiment and the tree that says where each of its values was written. */
export type Row = {readonly experiment: Experiment; readonly tree: LocatedMap};

export type ReadResult = {readonly rows: readonly Row[]; readonly problems: readonly SpecProblem[]};

/**
Reads experiments from files and folders: parents merged, matrices expanded, `overrides` (`key=value`) laid on top
and named, validated, defaults filled in. Problems of all files are gathered; only a path that cannot be read throws.
*/
export function readExperiments(paths: readonly string[], {cwd, overrides = []}: {cwd: string; overrides?: readonly string[]}): ReadResult {
  const laid = overrides.map(text => parseOverride(text));
  const reading = {cwd, read: sourceReader(cwd)};
  const results = findFiles(paths, cwd).map(file => readFile(resolveExtends(file, reading), laid));
  const rows = results.flatMap(result => result.rows);
  const problems = [...results.flatMap(result => result.problems), ...duplicateNames(rows)];
  return {rows, problems: inReadingOrder(onceEach(problems))};
}

function readFile(file: ResolvedFile, overrides: readonly Override[]): ReadResult {
  if (!file.tree) {
    return {rows: [], problems: file.problems};
  }

  // A bad matrix would only be repeated by each of its rows.
  const matrix = file.tree.entries.get('matrix');
  const ofMatrix = matrix ? validateTree(file.tree).filter(({key}) => key.split('.')[0] === 'matrix') : [];
  if (ofMatrix.length > 0) {
    return {rows: [], problems: ofMatrix};
  }

  const results = expandMatrix(file.tree).map(row => readRow(file, row, overrides));
  return {rows: results.flatMap(result => result.rows), problems: results.flatMap(result => result.problems)};
}

function readRow(file: ResolvedFile, {tree, suffix}: MatrixRow, overrides: readonly Override[]): ReadResult {
  const final = withOverrides(tree, overrides);
  const violations = validateTree(final);
  if (violations.length > 0) {
    return {rows: [], problems: violations};
  }

  const {config, comparable, problems} = resolveConfig(final);
  const tried = overrides.map(override => override.suffix).join('');
  const experiment: Experiment = {
    name: nameOf(file, final) + suffix + tried,
    file: file.source.label,
    parent: file.parent?.tree && nameOf(file.parent, file.parent.tree) + tried,
    config,
    changes: diffConfigs(parentConfig(file, overrides) ?? comparable, comparable),
    description: plainText(final, 'description'),
    published: publishedOf(final),
  };
  return {rows: [{experiment, tree: final}], problems};
}

// Null values take inherited keys away, also those that only now met their matrix or their overrides.
function withOverrides(tree: LocatedMap, overrides: readonly Override[]): LocatedMap {
  const empty: LocatedMap = {kind: 'map', entries: new Map(), place: tree.place};
  return overrides.reduce((merged, override) => mergeTrees(merged, anchorPaths(override.tree, override.tree.place.source)), mergeTrees(empty, tree));
}

// Overrides hold for the parent as well: they are no part of what the row changes.
function parentConfig(file: ResolvedFile, overrides: readonly Override[]): Record<string, unknown> | undefined {
  if (!file.parent?.tree) {
    return undefined;
  }

  const tree = withOverrides(without(file.parent.tree, ['matrix']), overrides);
  return validateTree(tree).length > 0 ? undefined : resolveConfig(tree).comparable;
}

function nameOf(file: ResolvedFile, tree: LocatedMap): string {
  return plainText(tree, 'name') ?? path.basename(file.source.label).replace(/\.ya?ml$/v, '');
}

function plainText(tree: LocatedMap, key: string): string | undefined {
  const node = tree.entries.get(key)?.value;
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

function publishedOf(tree: LocatedMap): Published | undefined {
  const node = tree.entries.get('published')?.value;
  return node && plainValue(node) as Published;
}

function duplicateNames(rows: readonly Row[]): SpecProblem[] {
  const first = new Map<string, Row>();
  const problems: SpecProblem[] = [];
  for (const row of rows) {
    const {name} = row.experiment;
    const earlier = first.get(name);
    if (earlier) {
      const place = placeAt(row.tree, ['name']);
      const message = `the name "${name}" is taken by ${earlier.experiment.file}: give one of them a \`name\` of its own.`;
      problems.push({key: 'name', message, place});
    } else {
      first.set(name, row);
    }
  }

  return problems;
}

// A mistake in a parent comes in by each of its children.
function onceEach(problems: readonly SpecProblem[]): SpecProblem[] {
  const seen = new Map(problems.map(problem => [`${problem.place.source.label}:${problem.place.start}:${problem.key}:${problem.message}`, problem]));
  return [...seen.values()];
}

function inReadingOrder(problems: readonly SpecProblem[]): SpecProblem[] {
  const files = [...new Set(problems.map(problem => problem.place.source.label))];
  return problems.toSorted((a, b) => files.indexOf(a.place.source.label) - files.indexOf(b.place.source.label) || a.place.start - b.place.start);
}
