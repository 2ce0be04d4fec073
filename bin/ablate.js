#!/usr/bin/env node
// The command. In a clone it first does what is missing of the set-up (all but the engine), after a `git pull` for example;
// a package that was installed has no scripts/ and no sources.
import {existsSync} from 'node:fs';
import module from 'node:module';
import {fileURLToPath} from 'node:url';

// Node 22 and later keep what they compiled.
module.enableCompileCache?.();

const lastStep = new URL('../scripts/setup/bundle-program.js', import.meta.url);
if (existsSync(lastStep)) {
  const {bundleProgram} = await import(lastStep.href);
  if (!bundleProgram.isDone(fileURLToPath(new URL('..', import.meta.url)))) {
    const {setUp} = await import(new URL('../scripts/setup.js', import.meta.url).href);
    await setUp({engine: false});
  }
}

module.createRequire(import.meta.url)('../build/cli/cli.cjs');
