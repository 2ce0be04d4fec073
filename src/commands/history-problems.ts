import {existsSync} from 'node:fs';
import {UserError} from '../errors.js';
import {placeAt} from '../spec/located.js';
import type {SpecProblem} from '../spec/problem.js';
import type {Row} from '../spec/read-experiments.js';

/** What is wrong in the published histories that these rows name, each told where a row names it. */
export async function historyProblems(rows: readonly Row[], cwd: string): Promise<SpecProblem[]> {
  // That there is no such file is told already.
  const naming = rows.filter(({experiment: {published}}) => published?.history !== undefined && existsSync(published.history));
  if (naming.length === 0) {
    return [];
  }

  // Loaded only here: most rows were published by nobody.
  const {readHistory} = await import('../spec/published/read-history.js');
  const files = new Set(naming.map(({experiment}) => experiment.published!.history!));
  const problems = new Map([...files].map(file => [file, problemOf(() => readHistory(file, cwd))]));
  return naming.flatMap(({experiment, tree}) => {
    const message = problems.get(experiment.published!.history!);
    const path = ['published', 'history'];
    return message === undefined ? [] : [{key: path.join('.'), message, place: placeAt(tree, path), rows: [tree.place.source.label]}];
  });
}

function problemOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof UserError) {
      return `${error.message}.${error.hint === undefined ? '' : ` ${error.hint}`}`;
    }

    throw error;
  }
}
