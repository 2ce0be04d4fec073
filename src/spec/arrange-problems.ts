import type {SpecProblem} from './problem.js';

/** A file that was read: one that was given, or the parent of such a one. */
export type ReadFile = {
  readonly label: string;
  readonly isGiven: boolean;
  /** The given files that inherit from it. */
  readonly children: readonly string[];
};

/** Problems each once, though a mistake in a parent comes in by every child, and as one reads: by `files`, then down each of them. */
export function arrangeProblems(problems: readonly SpecProblem[], files: readonly ReadFile[]): SpecProblem[] {
  const once = new Map<string, SpecProblem>();
  for (const problem of problems) {
    const identity = `${problem.place.source.label}:${problem.place.start}:${problem.key}:${problem.message}`;
    const rows = new Set([...once.get(identity)?.rows ?? [], ...problem.rows ?? []]);
    once.set(identity, {...problem, rows: [...rows]});
  }

  return [...once.values()]
    .map(problem => ({...problem, extendedBy: childrenOf(problem, files)}))
    .toSorted((a, b) => rank(a, files) - rank(b, files) || a.place.start - b.place.start);
}

// What was given on the command line stands in no file, and comes last.
function rank({place}: SpecProblem, files: readonly ReadFile[]): number {
  const index = files.findIndex(({label}) => label === place.source.label);
  return index === -1 ? files.length : index;
}

// Who did not give a file should learn how it came in, and who gave it, that it is not its own row that is wrong.
function childrenOf({place, rows = []}: SpecProblem, files: readonly ReadFile[]): readonly string[] {
  const file = files.find(({label}) => label === place.source.label);
  if (!file || rows.includes(file.label)) {
    return [];
  }

  return rows.length > 0 || file.isGiven ? rows : file.children;
}
