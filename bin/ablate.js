#!/usr/bin/env node
// The command. In a clone that was never set up, or was for another Node, it sets itself up first (all but the engine).
import {existsSync, readFileSync} from 'node:fs';
import module from 'node:module';
import process from 'node:process';

const setupScript = new URL('../scripts/setup.js', import.meta.url);
if (existsSync(setupScript) && !isSetUp()) {
  const {setUp} = await import(setupScript.href);
  await setUp({engine: false});
}

// Node 22 and later keep what they compiled.
module.enableCompileCache?.();
await import('../build/src/cli.js');

function isSetUp() {
  try {
    const {modules} = JSON.parse(readFileSync(new URL('../node_modules/.ablate-setup.json', import.meta.url), 'utf8'));
    return modules === process.versions.modules && existsSync(new URL('../build/src/cli.js', import.meta.url));
  } catch {
    return false;
  }
}
