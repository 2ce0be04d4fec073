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
  const once = new Map(problems.map(problem => [identityOf(problem), problem]));
  return [...once.values()]
    .toSorted((a, b) => rank(a, files) - rank(b, files) || a.place.start - b.place.start)
    .map(problem => withChildren(problem, problems, files));
}

function identityOf({place, key, message}: SpecProblem): string {
  return `${place.source.label}:${place.start}:${key}:${message}`;
}

// What was given on the command line stands in no file, and comes last.
function rank({place}: SpecProblem, files: readonly ReadFile[]): number {
  const index = files.findIndex(({label}) => label === place.source.label);
  return index === -1 ? files.length : index;
}

// Who never named a file should learn how it came in.
function withChildren(problem: SpecProblem, all: readonly SpecProblem[], files: readonly ReadFile[]): SpecProblem {
  const file = files.find(({label}) => label === problem.place.source.label);
  if (!file || file.isGiven) {
    return problem;
  }

  const same = all.filter(other => identityOf(other) === identityOf(problem));
  const rows = [...new Set(same.flatMap(({row}) => row ?? []))];
  const [first, ...others] = rows.length > 0 ? rows : file.children;
  const more = others.length === 0 ? '' : ` and ${others.length} ${others.length === 1 ? 'other' : 'others'}`;
  return first === undefined ? problem : {...problem, message: `${problem.message} (extended by ${first}${more})`};
}
