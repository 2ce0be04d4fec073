// Writes what is derived from schemas/*.schema.json: the types of src/domain/generated, the compiled validators beside the
// schemas, and docs/experiment-file.md.
// `--check` writes nothing and fails if a file on disk differs.
import fs from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {Ajv} from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import {compile} from 'json-schema-to-typescript';
import {describeSchema} from './generate/describe-schema.js';
import {mergedSchema} from './generate/merged-schema.js';
import {resolvedSchema} from './generate/resolved-schema.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

// The schema on disk is what editors check single files against; what merged files must have is made of it.
const schema = mergedSchema(await readSchema('experiment'));
const rules = await readSchema('rules');
const outputs = {
  'src/domain/generated/experiment-config.ts': await types(resolvedSchema(schema), 'ExperimentConfig', 'experiment'),
  'src/domain/generated/rules-file.ts': await types(rules, 'RulesFile', 'rules'),
  'schemas/validate-experiment.cjs': validator(schema, 'experiment'),
  'schemas/validate-rules.cjs': validator(rules, 'rules'),
  'docs/experiment-file.md': describeSchema(schema),
};
await (process.argv.includes('--check') ? check() : write());

async function readSchema(name) {
  return JSON.parse(await fs.readFile(path.join(root, `schemas/${name}.schema.json`), 'utf8'));
}

function banner(name) {
  return `// Generated from schemas/${name}.schema.json by scripts/generate.js. Do not edit.\n/* eslint-disable */`;
}

// Compiling the schema takes longer than all the rest of `ablate validate`, so it is done here.
function validator(input, name) {
  const ajv = new Ajv({
    allErrors: true, verbose: true, discriminator: true, allowUnionTypes: true,
    strictTypes: false, strictRequired: false, code: {source: true, lines: true},
  });
  return `${banner(name)}\n${standalone.default(ajv, ajv.compile(input))}`;
}

function types(input, title, name) {
  return compile({...input, title}, title, {
    bannerComment: banner(name),
    additionalProperties: false,
    format: false,
    strictIndexSignatures: true,
    unreachableDefinitions: false,
  });
}

async function write() {
  for (const [file, text] of Object.entries(outputs)) {
    await fs.mkdir(path.dirname(path.join(root, file)), {recursive: true});
    await fs.writeFile(path.join(root, file), text);
  }
}

async function check() {
  const stale = [];
  for (const [file, text] of Object.entries(outputs)) {
    const onDisk = await fs.readFile(path.join(root, file), 'utf8').catch(() => '');
    if (onDisk !== text) {
      stale.push(file);
    }
  }

  if (stale.length > 0) {
    console.error(`Stale: ${stale.join(', ')}. Run \`npm run generate\` and commit what changes.`);
    process.exitCode = 1;
  }
}
