#!/usr/bin/env node
// The command. In a clone it first does what is missing of the set-up (all but the engine), after a `git pull` for example;
// a package that was installed has no scripts/ and no sources.
import {existsSync} from 'node:fs';
import module from 'node:module';

// Node 22 and later keep what they compiled.
module.enableCompileCache?.();

const setupScript = new URL('../scripts/setup.js', import.meta.url);
if (existsSync(setupScript)) {
  const {setUp} = await import(setupScript.href);
  await setUp({engine: false});
}

await import('../build/src/cli.js');
