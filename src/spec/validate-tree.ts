import {createRequire} from 'node:module';
import type {ErrorObject, ValidateFunction} from 'ajv';
import {describeViolation} from './describe-violation.js';
import {keyPlaceAt, placeAt, plainValue} from './located.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';

// These only say that another error, reported beside them, exists.
const echoes = new Set(['if', 'oneOf']);

// Compiled from the schema by scripts/generate.js.
const validate = createRequire(import.meta.url)('../../../schemas/validate-experiment.cjs') as ValidateFunction;

/** Every violation of the schema in a merged tree, each at the place where the bad part was written. */
export function validateTree(tree: LocatedMap): SpecProblem[] {
  const value = plainValue(tree);
  if (validate(value)) {
    return [];
  }

  return (validate.errors ?? [])
    .filter(error => !echoes.has(error.keyword))
    .map(error => toProblem(error, tree));
}

function toProblem(error: ErrorObject, tree: LocatedMap): SpecProblem {
  const path = error.instancePath.split('/').slice(1).map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const {additionalProperty, tag} = error.params as {additionalProperty?: string; tag?: string};
  if (additionalProperty !== undefined) {
    const keys = [...path, additionalProperty];
    return {key: keys.join('.'), message: describeViolation(error), place: keyPlaceAt(tree, keys)};
  }

  if (error.keyword === 'discriminator' && tag !== undefined) {
    const keys = [...path, tag];
    return {key: keys.join('.'), message: describeViolation(error), place: placeAt(tree, keys)};
  }

  const place = error.keyword === 'required' ? keyPlaceAt(tree, path) : placeAt(tree, path);
  return {key: path.join('.'), message: describeViolation(error), place};
}
