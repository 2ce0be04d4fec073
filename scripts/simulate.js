// `npm run simulate`: scores simulated tables whose truth is known, and prints how often intervals and verdicts hold it.
// `npm run simulate -- --help` says how.
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {setUp} from './setup.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

await setUp({engine: false});
const {status} = spawnSync(process.execPath, [path.join(root, 'build/bench/scores/main.js'), ...process.argv.slice(2)], {cwd: root, stdio: 'inherit'});
process.exitCode = status ?? 1;
