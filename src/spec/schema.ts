import fs from 'node:fs';

/** The part of JSON Schema that schemas/experiment.schema.json uses, and what the validator's copy for merged files makes of it. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
};

/** The schema of an experiment file: the single source of keys, types, defaults and their documentation. */
export const experimentSchema = JSON.parse(fs.readFileSync(new URL('../../../schemas/experiment.schema.json', import.meta.url), 'utf8')) as Schema;

// Every key of every row asks: a folder of a thousand files does so a million times.
const dereferenced = new WeakMap<Schema, Schema>();
const keys = new WeakMap<Schema, Readonly<Record<string, Schema>>>();

/** A schema with its reference followed; what stands beside the reference wins. */
export function dereference(schema: Schema): Schema {
  if (schema.$ref === undefined) {
    return schema;
  }

  const followed = dereferenced.get(schema) ?? follow(schema, schema.$ref);
  dereferenced.set(schema, followed);
  return followed;
}

function follow(schema: Schema, reference: string): Schema {
  const name = reference.split('/').at(-1) ?? '';
  const target = experimentSchema.definitions?.[name];
  if (!target) {
    throw new Error(`the schema refers to ${reference}, which it does not define`);
  }

  return {...dereference(target), ...schema};
}

/** The alternative that the value names, as `name: sgd` does; the schema itself where it has none, or the value names none of them. */
export function chooseAlternative(schema: Schema, value: unknown): Schema {
  const name = (value as Record<string, unknown> | null)?.name;
  return alternativesOf(schema).find(one => one.properties?.name?.const === name) ?? schema;
}

/** The keys that a schema knows, in whichever of its alternatives. */
export function keysOf(schema: Schema): Readonly<Record<string, Schema>> {
  const known = keys.get(schema)
    ?? Object.assign({}, schema.properties, ...alternativesOf(schema).map(one => one.properties)) as Record<string, Schema>;
  keys.set(schema, known);
  return known;
}

function alternativesOf({anyOf, oneOf}: Schema): readonly Schema[] {
  return (anyOf ?? oneOf ?? []).map(one => dereference(one)).filter(one => one.properties?.name);
}
