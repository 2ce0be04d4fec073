import {arrangeProblems, type ReadFile} from './arrange-problems.js';
import {findFiles} from './find-files.js';
import {placeAt} from './located.js';
import {parseOverride} from './parse-override.js';
import type {SpecProblem} from './problem.js';
import {readRows, type Checkable, type Laying, type Row} from './read-rows.js';
import {sourceReader} from './read-source.js';
import {resolveExtends, type ResolvedFile} from './resolve-extends.js';
import {sourceChain} from './source-chain.js';

export type {Row} from './read-rows.js';

export type ReadResult = {
  readonly rows: readonly Row[];
  /** What can be checked beside the data: the rows, and what is right of wrong ones. */
  readonly checkable: readonly Checkable[];
  readonly problems: readonly SpecProblem[];
  /** Every file that was read, parents after their first child, as problems name them. */
  readonly files: readonly ReadFile[];
};

/**
Reads experiments from files and folders: parents merged, matrices expanded, `overrides` (`key=value`) laid on top
and named, validated, defaults filled in. Problems of all files are gathered; only a path or an override that names
nothing throws.
*/
export function readExperiments(paths: readonly string[], {cwd, overrides = []}: {cwd: string; overrides?: readonly string[]}): ReadResult {
  const laid = overrides.map(text => parseOverride(text));
  const suffix = laid.map(each => each.suffix).join('');
  const laying: Laying = {cwd, suffix, assignments: laid.map(({assignment}) => assignment), meanings: new Map()};
  const reading = {cwd, read: sourceReader(cwd)};
  const resolved = findFiles(paths, cwd).map(file => resolveExtends(file, reading));
  const results = resolved.map(file => readRows(file, laying));
  const rows = results.flatMap(result => result.rows);
  const files = filesOf(resolved);
  const problems = [...results.flatMap(result => result.problems), ...duplicateNames(rows)];
  return {rows, checkable: results.flatMap(result => result.checkable), problems: arrangeProblems(problems, files), files};
}

function filesOf(resolved: readonly ResolvedFile[]): ReadFile[] {
  const given = new Set(resolved.map(({source}) => source.label));
  const chains = resolved.map(file => sourceChain(file));
  return [...new Set(chains.flat())].map(label => ({
    label,
    isGiven: given.has(label),
    children: chains.filter(chain => chain.includes(label, 1)).map(([child]) => child!),
  }));
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
