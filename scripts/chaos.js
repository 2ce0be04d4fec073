// `npm run chaos`: kills sweeps again and again until they are done, and compares them with one that nobody disturbed.
// `npm run chaos -- --help` says how.
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {setUp} from './setup.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

await setUp();
const {status} = spawnSync(process.execPath, [path.join(root, 'build/test/chaos/main.js'), ...process.argv.slice(2)], {cwd: root, stdio: 'inherit'});
process.exitCode = status ?? 1;
