import type {ErrorObject} from 'ajv';
import {describeUnknownKey} from './describe-key.js';
import {hintFor} from './hint-for.js';
import {dereference, type Schema} from './schema.js';
import type {Place} from './source.js';
import {shorten} from './shorten.js';
import {suggest} from './suggest.js';

type Details = {
  readonly value: unknown;
  readonly schema: Schema;
  readonly params: Record<string, unknown>;
  /** Where the value was written. */
  readonly place: Place;
};

type Describe = (details: Details) => string;

/** Says of one violation what was expected, what was got and, where a known word is near, what was meant. */
export function describeViolation(error: ErrorObject, place: Place): string {
  const describe = descriptions[error.keyword];
  const details = {value: error.data, schema: (error.parentSchema ?? {}) as Schema, params: error.params as Record<string, unknown>, place};
  const message = describe ? describe(details) : `${error.message ?? error.keyword}, but got ${got(details.value, place)}.`;
  return message + hintOf(error, details);
}

function hintOf({keyword, instancePath}: ErrorObject, {value, params, place}: Details): string {
  const types: Readonly<Record<string, unknown>> = {
    type: params.type, enum: besideNames[allowedOf(params)]?.type, maximum: 'number', exclusiveMaximum: 'number',
  };
  return Object.hasOwn(types, keyword) ? hintFor(instancePath.split('/').slice(1), value, [types[keyword]].flat().map(String), place) : '';
}

function allowedOf(params: Details['params']): string {
  return [params.allowedValues].flat().join(' ');
}

const descriptions: Record<string, Describe> = {
  additionalProperties: ({schema, params}) => describeUnknownKey(String(params.additionalProperty), Object.keys(schema.properties ?? {})),
  required: ({params}) => `the key "${String(params.missingProperty)}" is missing.`,

  enum({value, schema, params, place}) {
    const allowed = (params.allowedValues as string[] | undefined) ?? schema.enum ?? [];
    return layerNeedsOptions(value, allowed, place) ?? expectedOneOf(allowed, value, place);
  },

  discriminator({value, schema, params, place}) {
    const key = String(params.tag);
    const names = (schema.oneOf ?? []).map(one => dereference(one).properties?.[key]?.const ?? '');
    const tag = (value as Record<string, unknown>)[key];
    return tag === undefined ? `the key "${key}" is missing: one of ${quoteAll(names)}.` : expectedOneOf(names, tag, place);
  },

  type: ({value, params, place}) => `expected ${[params.type].flat().map(type => article(String(type))).join(' or ')} but got ${got(value, place)}.`,
  const: ({value, params, place}) => `expected ${JSON.stringify(params.allowedValue)} but got ${got(value, place)}.`,
  minimum: ({value, params, place}) => `expected ${limit(params)} but got ${got(value, place)}.`,
  maximum: ({value, params, place}) => `expected ${limit(params)} but got ${got(value, place)}.`,
  exclusiveMinimum: ({value, params, place}) => `expected a number greater than ${String(params.limit)} but got ${got(value, place)}.`,
  exclusiveMaximum: ({value, params, place}) => `expected a number less than ${String(params.limit)} but got ${got(value, place)}.`,
  minItems: ({schema, params}) => schema.maxItems === params.limit ? expectedItems(params) : `expected a list of at least ${String(params.limit)}.`,
  maxItems: ({params}) => expectedItems(params),
  uniqueItems: ({value, params}) => `the same value stands in it twice: ${shorten(JSON.stringify((value as unknown[])[Number(params.j)]), 60)}.`,
  minLength: () => 'expected some text but it is empty.',
  pattern({value, schema, place}) {
    if (schema.pattern?.includes('imagenet')) {
      return `expected "imagenet", "none" or a file (.h5, .hdf5, .json) but got ${got(value, place)}.${typeof value === 'string' ? suggest(value, ['imagenet', 'none']) : ''}`;
    }

    return schema.pattern?.includes('[smhd]')
      ? `expected seconds, or a number with s, m, h or d, such as 90m, but got ${got(value, place)}.`
      : `expected at most 100 letters (a to z), digits, ".", "_", "=" and "-", beginning with a letter or digit, but got ${got(value, place)}.`;
  },
  minProperties: () => 'expected at least one key but it is empty.',
  maxProperties({value}) {
    const kinds = Object.keys(value as object);
    return `expected one layer but got ${kinds.length} in one list item (${shorten(kinds.join(', '), 100)}): give each a "-" of its own.`;
  },
};

// A layer's bare name is only allowed where it has no required option; the enumeration alone would not say why.
function layerNeedsOptions(value: unknown, allowed: readonly string[], place: Place): string | undefined {
  if (!allowed.includes('flatten') || typeof value !== 'string') {
    return undefined;
  }

  const layers = dereference({$ref: '#/definitions/layer'}).properties ?? {};
  if (Object.hasOwn(layers, value)) {
    const options = dereference(layers[value] ?? {}).required?.map(key => `${key}: …`).join(', ');
    return `"${value}" needs ${options ? `options: {${value}: {${options}}}` : `a value: {${value}: …}`}.`;
  }

  const activations = dereference({$ref: '#/definitions/activation'}).enum ?? [];
  const activation = activations.find(one => one === value.toLowerCase());
  return activation === undefined
    ? expectedOneOf(Object.keys(layers), value, place)
    : `"${value}" is no layer but an activation: write {activation: ${activation}}, or give it to the layer before.`;
}

function expectedOneOf(allowed: readonly string[], value: unknown, place: Place): string {
  const nearest = typeof value === 'string' ? suggest(value, allowed) : '';
  const expected = `${allowed.length > 1 ? 'one of ' : ''}${quoteAll(allowed)}${besideNames[allowed.join(' ')]?.words ?? ''}`;
  return `expected ${expected} but got ${got(value, place)}.${nearest}`;
}

// What else may stand where these names may: the enumeration alone would not say.
const besideNames: Readonly<Record<string, {readonly words: string; readonly type: string}>> = {
  balanced: {words: ' or a map (class: weight)', type: 'object'},
  classes: {words: ' or a whole number', type: 'integer'},
  none: {words: ' or a map', type: 'object'},
  'trashnet drawn-litter': {words: ' or a folder ({path: ./photos})', type: 'object'},
};

function expectedItems({limit}: Record<string, unknown>): string {
  return `expected a list of ${String(limit)}.`;
}

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

function got(value: unknown, {source, start, end}: Place): string {
  if (value === null || value === undefined) {
    return 'nothing';
  }

  if (Array.isArray(value)) {
    return 'a list';
  }

  if (typeof value === 'object') {
    return 'a map';
  }

  // JSON has no word for `.inf` and `.nan`.
  const text = typeof value === 'number' && !Number.isFinite(value) ? source.text.slice(start, end) : JSON.stringify(value);
  const short = shorten(text, 60);
  return typeof value === 'string' ? `${short} (text)` : short;
}
