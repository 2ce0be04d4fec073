import {Buffer} from 'node:buffer';
import path from 'node:path';
import process from 'node:process';
import {replaceFile} from '../../../src/files/replace-file.js';
import {exportMlflow} from '../../../src/report/export/export-mlflow.js';
import {exportTensorboard} from '../../../src/report/export/export-tensorboard.js';
import {sample} from './sample.js';

// Writes the sample below a folder, for the tools that are to read it.
const folder = process.argv[2]!;
const [tensorboard, mlflow] = [path.join(folder, 'tensorboard'), path.join(folder, 'mlflow')];
for (const {path: name, content} of exportTensorboard(sample)) {
  await replaceFile(path.join(tensorboard, name), [Buffer.from(content)]);
}

for (const {path: name, content} of exportMlflow(sample, mlflow)) {
  await replaceFile(path.join(mlflow, name), [Buffer.from(content)]);
}
