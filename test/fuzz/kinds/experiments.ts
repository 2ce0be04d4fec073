import {Buffer} from 'node:buffer';
import path from 'node:path';
import {checkRows} from '../../../src/commands/read-valid-rows.js';
import {printable} from '../../../src/errors.js';
import {resolvedYaml} from '../../../src/queue/resolved-yaml.js';
import {formatProblem} from '../../../src/spec/explain-problem.js';
import {readExperiments, type Row} from '../../../src/spec/read-experiments.js';
import {planRun} from '../../queue/fixtures/plan-run.js';
import {complainOfError, complainOfText} from '../complain.js';
import {experimentFiles, type ExperimentInput} from '../inputs/experiment-files.js';
import type {Kind} from '../kind.js';
import {writeFiles} from '../write-files.js';

/** Files of experiments, read and checked as `ablate validate` does, in this process. */
export const experiments: Kind<ExperimentInput> = {
  name: 'experiments',
  tries: 700,
  seconds: 10,
  inputs: experimentFiles,
  async attempt({files, overrides}, folder) {
    await writeFiles(folder, files);
    const written = [...Object.values(files).map(bytes => Buffer.from(bytes).toString('latin1')), ...overrides];
    try {
      const {rows, problems} = await checkRows(['a.yaml'], overrides, {cwd: folder, env: {}, cache: path.join(folder, 'cache'), runs: path.join(folder, 'runs')});
      for (const problem of problems) {
        const text = formatProblem(problem);
        const complaint = complainOfText(text, written) ?? complainOfPlace(text);
        if (complaint !== undefined) {
          return complaint;
        }
      }

      return problems.length === 0 ? await complainOfRows(rows, folder) : undefined;
    } catch (error) {
      return complainOfError(error, written, printable);
    }
  },
};

// `file:line:column key: sentence.`, with the line below it.
function complainOfPlace(text: string): string | undefined {
  const [head = ''] = text.split(/\n *\d+ \| /v, 1);
  return /^(?:[^\n]+:\d+:\d+|--set .*?)(?: .*)?: \S/sv.test(head) && /[.?!\)]$/v.test(head) ? undefined : `a problem without place, or without end: ${text.slice(0, 300)}`;
}

// A row's folder is called by its name, and its resolved file must mean what the row does.
async function complainOfRows(rows: readonly Row[], folder: string): Promise<string | undefined> {
  for (const {experiment} of rows.slice(0, 2)) {
    if (!/^[A-Za-z\d][\w.=\-]{0,199}$/v.test(experiment.name)) {
      return `a row is called ${JSON.stringify(experiment.name)}`;
    }

    const {config: {model, seeds: [seed]}} = experiment;
    if (JSON.stringify(model).length > 20_000) {
      // Written out with every default, so large a network is more than a file may hold.
      continue;
    }

    await writeFiles(folder, {'resolved/again.yaml': Buffer.from(resolvedYaml({...planRun('run'), experiment, seed}))});
    const {rows: [again], problems} = readExperiments(['resolved/again.yaml'], {cwd: folder});
    const {seeds, dropout, ...config} = experiment.config;
    const {seeds: _, ...reread} = again?.experiment.config ?? {};
    if (problems.length > 0 || JSON.stringify(reread) !== JSON.stringify(config)) {
      return `the resolved file means something else: ${problems[0]?.message ?? JSON.stringify(reread)}`;
    }
  }

  return undefined;
}
