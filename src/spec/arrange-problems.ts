import type {SpecProblem} from './problem.js';

/** Problems each once, though a mistake in a parent comes in by every child, and as one reads: by `files`, then down each of them. */
export function arrangeProblems(problems: readonly SpecProblem[], files: readonly string[]): SpecProblem[] {
  const once = new Map(problems.map(problem => [`${problem.place.source.label}:${problem.place.start}:${problem.key}:${problem.message}`, problem]));
  return [...once.values()].toSorted((a, b) => rank(a, files) - rank(b, files) || a.place.start - b.place.start);
}

// What was given on the command line stands in no file, and comes last.
function rank({place}: SpecProblem, files: readonly string[]): number {
  const index = files.indexOf(place.source.label);
  return index === -1 ? files.length : index;
}
