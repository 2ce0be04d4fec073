import {createRequire} from 'node:module';
import type {ErrorObject, ValidateFunction} from 'ajv';
import {describeUnknownKey} from './describe-key.js';
import {describeViolation} from './describe-violation.js';
import {isNotIndented} from './is-not-indented.js';
import {limits} from './limits.js';
import {keyPlaceAt, placeAt, plainValue} from './located.js';
import type {SpecProblem} from './problem.js';
import {keysOf, type Schema} from './schema.js';
import type {LocatedMap} from './source.js';

// These only say that another error, reported beside them, exists. So does a missing key that chooses between alternatives.
const echoes = new Set(['if', 'oneOf']);

// A layer that has no value is told as that where its options stand beside it.
const crowding = new Set(['maxProperties', 'additionalProperties']);

// Compiled from the schema by scripts/generate.js.
const validateExperiment = createRequire(import.meta.url)('../../../schemas/validate-experiment.cjs') as ValidateFunction;

/** Every violation of the schema in a merged tree, each at the place where the bad part was written. */
export function validateTree(tree: LocatedMap, validate = validateExperiment): SpecProblem[] {
  return violationsOf(tree, validate).flatMap(error => toProblems(error, tree));
}

/** The violations that show in a file alone whose parent cannot be read: what is missing from it may stand in the parent. */
export function validatePart(tree: LocatedMap): SpecProblem[] {
  return violationsOf(tree, validateExperiment)
    .flatMap(error => isMissing(error) ? unknownBesideTag(error, tree) : toProblems(error, tree));
}

function violationsOf(tree: LocatedMap, validate: ValidateFunction): ErrorObject[] {
  const violations: ErrorObject[] = [];
  // One after another: of thousands each would be compared with all others.
  for (const error of validate(plainValue(tree)) ? [] : validate.errors ?? []) {
    if (violations.length === limits.problems) {
      break;
    }

    if (!isEcho(error)) {
      violations.push(error);
    }
  }

  return violations;
}

function isEcho({keyword, parentSchema, data}: ErrorObject): boolean {
  return echoes.has(keyword)
    || (keyword === 'required' && parentSchema?.discriminator !== undefined)
    || (crowding.has(keyword) && isNotIndented(data, (parentSchema as Schema).properties ?? {}));
}

// Lists do not merge, so that what a layer lacks is missing whatever the parent has.
function isMissing({keyword, params, data, instancePath}: ErrorObject): boolean {
  const {tag} = params as {tag?: string};
  const lacksTag = keyword === 'discriminator' && tag !== undefined && !Object.hasOwn(data as object, tag);
  return (keyword === 'required' || lacksTag) && !instancePath.startsWith('/model/layers/');
}

function toProblems(error: ErrorObject, tree: LocatedMap): SpecProblem[] {
  const path = pathOf(error);
  const {additionalProperty, tag, i, j} = error.params as {additionalProperty?: string; tag?: string; i?: number; j?: number};
  const message = describeViolation(error, placeAt(tree, tag === undefined ? path : [...path, tag]));
  switch (error.keyword) {
    case 'additionalProperties': {
      const keys = [...path, additionalProperty!];
      return [{key: keys.join('.'), message, place: keyPlaceAt(tree, keys)}];
    }

    case 'discriminator': {
      const keys = [...path, tag!];
      return [{key: keys.join('.'), message, place: placeAt(tree, keys)}, ...unknownBesideTag(error, tree)];
    }

    case 'required': {
      return [{key: path.join('.'), message, place: keyPlaceAt(tree, path)}];
    }

    case 'uniqueItems': {
      return [{key: path.join('.'), message, place: placeAt(tree, [...path, String(Math.max(i!, j!))])}];
    }

    default: {
      return [{key: path.join('.'), message, place: placeAt(tree, path)}];
    }
  }
}

// Without a right name no alternative is checked, but what none of them knows is wrong in any case.
function unknownBesideTag(error: ErrorObject, tree: LocatedMap): SpecProblem[] {
  if (error.keyword !== 'discriminator') {
    return [];
  }

  const known = Object.keys(keysOf(error.parentSchema as Schema));
  return Object.keys(error.data as object).filter(key => !known.includes(key)).map(key => {
    const keys = [...pathOf(error), key];
    return {key: keys.join('.'), message: describeUnknownKey(key, known), place: keyPlaceAt(tree, keys)};
  });
}

function pathOf({instancePath}: ErrorObject): string[] {
  return instancePath.split('/').slice(1).map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
