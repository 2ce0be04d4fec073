import type {ErrorObject} from 'ajv';
import {dereference, type Schema} from './schema.js';
import {suggest} from './suggest.js';

type Details = {
  readonly value: unknown;
  readonly schema: Schema;
  readonly params: Record<string, unknown>;
};

type Describe = (details: Details) => string;

/** Says of one violation what was expected, what was got and, where a known word is near, what was meant. */
export function describeViolation(error: ErrorObject): string {
  const describe = descriptions[error.keyword];
  const details = {value: error.data, schema: (error.parentSchema ?? {}) as Schema, params: error.params as Record<string, unknown>};
  return describe ? describe(details) : `${error.message ?? error.keyword}, but got ${got(details.value)}.`;
}

const descriptions: Record<string, Describe> = {
  additionalProperties({schema, params}) {
    const unknown = String(params.additionalProperty);
    const known = Object.keys(schema.properties ?? {});
    const nearest = suggest(unknown, known);
    return `unknown key "${unknown}".${nearest || ` Known here: ${known.join(', ')}.`}`;
  },

  required: ({params}) => `the key "${String(params.missingProperty)}" is missing.`,

  enum({value, schema, params}) {
    const allowed = (params.allowedValues as string[] | undefined) ?? schema.enum ?? [];
    return layerNeedsOptions(value, allowed) ?? expectedOneOf(allowed, value);
  },

  discriminator({value, schema, params}) {
    const key = String(params.tag);
    const names = (schema.oneOf ?? []).map(one => dereference(one).properties?.[key]?.const ?? '');
    const tag = (value as Record<string, unknown>)[key];
    return tag === undefined ? `the key "${key}" is missing: one of ${quoteAll(names)}.` : expectedOneOf(names, tag);
  },

  type: ({value, params}) => `expected ${[params.type].flat().map(type => article(String(type))).join(' or ')} but got ${got(value)}.`,
  const: ({value, params}) => `expected ${JSON.stringify(params.allowedValue)} but got ${got(value)}.`,
  minimum: ({value, params}) => `expected ${limit(params)} but got ${got(value)}.`,
  maximum: ({value, params}) => `expected ${limit(params)} but got ${got(value)}.`,
  exclusiveMinimum: ({value, params}) => `expected a number greater than ${String(params.limit)} but got ${got(value)}.`,
  exclusiveMaximum: ({value, params}) => `expected a number less than ${String(params.limit)} but got ${got(value)}.`,
  minItems: ({params}) => `expected a list of at least ${String(params.limit)}.`,
  uniqueItems: ({value, params}) => `the same value stands in it twice: ${JSON.stringify((value as unknown[])[Number(params.j)])}.`,
  minLength: () => 'expected some text but it is empty.',
  pattern: ({value}) => `expected letters, digits, ".", "_", "=" and "-", beginning with a letter or digit, but got ${got(value)}.`,
  minProperties: () => 'expected at least one key but it is empty.',
  maxProperties({value}) {
    const kinds = Object.keys(value as object);
    return `expected one layer but got ${kinds.length} in one list item (${kinds.join(', ')}): give each a "-" of its own.`;
  },
};

// A layer's bare name is only allowed where it has no required option; the enumeration alone would not say why.
function layerNeedsOptions(value: unknown, allowed: readonly string[]): string | undefined {
  if (!allowed.includes('flatten') || typeof value !== 'string') {
    return undefined;
  }

  const layers = dereference({$ref: '#/definitions/layer'}).properties ?? {};
  if (value in layers) {
    const options = dereference(layers[value] ?? {}).required?.map(key => `${key}: …`).join(', ');
    return `"${value}" needs ${options ? `options: {${value}: {${options}}}` : `a value: {${value}: …}`}.`;
  }

  return expectedOneOf(Object.keys(layers), value);
}

function expectedOneOf(allowed: readonly string[], value: unknown): string {
  const nearest = typeof value === 'string' ? suggest(value, allowed) : '';
  const expected = `${allowed.length > 1 ? 'one of ' : ''}${quoteAll(allowed)}${besideNames[allowed.join(' ')] ?? ''}`;
  return `expected ${expected} but got ${got(value)}.${nearest}`;
}

// What else may stand where these names may: the enumeration alone would not say.
const besideNames: Record<string, string> = {
  classes: ' or a whole number',
  none: ' or a map',
  'trashnet drawn-litter': ' or a folder ({path: ./photos})',
};

function quoteAll(words: readonly string[]): string {
  return words.map(word => `"${word}"`).join(', ');
}

function limit({comparison, limit}: Record<string, unknown>): string {
  return `a number ${comparison === '>=' ? 'of at least' : 'of at most'} ${String(limit)}`;
}

function article(type: string): string {
  const named: Record<string, string> = {
    object: 'a map', array: 'a list', integer: 'a whole number', number: 'a number', string: 'a text', boolean: 'true or false',
  };
  return named[type] ?? type;
}

function got(value: unknown): string {
  if (value === null || value === undefined) {
    return 'nothing';
  }

  if (Array.isArray(value)) {
    return 'a list';
  }

  if (typeof value === 'object') {
    return 'a map';
  }

  const text = JSON.stringify(value);
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return typeof value === 'string' ? `${short} (text)` : short;
}
