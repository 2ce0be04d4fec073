import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {checkRows} from '../../src/commands/read-valid-rows.js';
import {formatProblem} from '../../src/spec/explain-problem.js';

// Each folder of samples holds experiment files and what reading them gives: resolved.json, or error.txt.
// `UPDATE=1` writes what they give now.
const samples = fileURLToPath(new URL('../../../test/spec/samples/', import.meta.url));

for (const sample of readdirSync(samples)) {
  test(`the files of samples/${sample} read as recorded`, async t => {
    const folder = path.join(samples, sample);
    const {rows, problems} = await checkRows(['.'], [], {cwd: folder, env: {}, cache: path.join(folder, 'cache'), runs: path.join(folder, 'runs')});
    const isRight = problems.length === 0;
    const file = path.join(folder, isRight ? 'resolved.json' : 'error.txt');
    const told = isRight
      ? JSON.stringify(rows.map(row => row.experiment), undefined, 2)
      : problems.map(problem => formatProblem(problem)).join('\n\n');
    const text = told.replaceAll(folder, '<folder>');
    if (process.env.UPDATE) {
      writeFileSync(file, `${text}\n`);
    }

    t.true(existsSync(file), `${file} was never recorded`);
    t.is(`${text}\n`, readFileSync(file, 'utf8'));
  });
}
