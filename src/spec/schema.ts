import fs from 'node:fs';

/** The part of JSON Schema that schemas/experiment.schema.json uses. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: {readonly propertyName: string};
  readonly definitions?: Readonly<Record<string, Schema>>;
};

/** The schema of an experiment file: the single source of keys, types, defaults and their documentation. */
export const experimentSchema = JSON.parse(fs.readFileSync(new URL('../../../schemas/experiment.schema.json', import.meta.url), 'utf8')) as Schema;

/** A schema with its reference followed; what stands beside the reference wins. */
export function dereference(schema: Schema): Schema {
  if (schema.$ref === undefined) {
    return schema;
  }

  const name = schema.$ref.split('/').at(-1) ?? '';
  const target = experimentSchema.definitions?.[name];
  if (!target) {
    throw new Error(`the schema refers to ${schema.$ref}, which it does not define`);
  }

  return {...dereference(target), ...schema};
}

/** The alternative of a `oneOf` that the value's discriminating key chooses. */
export function chooseAlternative(schema: Schema, value: unknown): Schema {
  const key = schema.discriminator?.propertyName;
  if (!schema.oneOf || key === undefined) {
    return schema;
  }

  const tag = (value as Record<string, unknown> | null)?.[key];
  const chosen = schema.oneOf.map(one => dereference(one)).find(one => one.properties?.[key]?.const === tag);
  return chosen ?? schema;
}
