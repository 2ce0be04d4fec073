import process from 'node:process';
import {drawnPhotos} from '../places.js';
import {allRows, makeSample, recordedRows} from './sample.js';

// Makes the sample for Python, tells where it lies as JSON on standard output, and takes it away once its input ends.
const names = process.argv.includes('--record') ? recordedRows : allRows;
const sample = await makeSample(names);
const runs = Object.fromEntries(Object.entries(sample.rows).map(([name, {runId}]) => [name, runId]));
const told = {exports: sample.exports, photos: drawnPhotos, runs};
process.stdout.write(`${JSON.stringify(told)}\n`);
for await (const _ of process.stdin) {
  // Nothing is asked.
}

await sample.remove();
