/** docs/experiment-file.md: every key of the schema with its type, default and meaning. */
export function describeSchema(schema) {
  return [
    '# The experiment file',
    '',
    '<!-- Generated from schemas/experiment.schema.json by scripts/generate.js. Do not edit. -->',
    '',
    schema.description,
    '',
    'An editor that speaks YAML completes and checks the file by the line '
    + '`# yaml-language-server: $schema=../../schemas/experiment.schema.json` (the path is relative to the file).',
    'Names are Keras\' wherever Keras has one.',
    '',
    '## Keys',
    '',
    ...keyTable(schema, schema),
    '',
    ...nested(schema).flatMap(([key, property]) => [`## \`${key}\``, '', property.description, '', ...keyTable(withKeysBelow(property), schema), '']),
    '## Layers',
    '',
    schema.definitions.layer.description,
    'A layer without required options may be written as its name alone: `- flatten`.',
    '',
    ...Object.entries(schema.definitions.layer.properties).flatMap(([name, layer]) => section(name, layer, schema)),
    ...kinds('Optimizers', schema.properties.optimizer, schema),
    ...kinds('Schedules', schema.properties.schedule, schema),
  ].join('\n').trimEnd() + '\n';
}

function kinds(title, {description, oneOf}, schema) {
  return [`## ${title}`, '', description, '', ...oneOf.flatMap(one => section(follow(one, schema).properties.name.const, one, schema))];
}

function section(name, reference, schema) {
  const node = follow(reference, schema);
  const hasKeys = node.properties && Object.keys(node.properties).length > 0;
  return [`### \`${name}\``, '', node.description, '', ...(hasKeys ? [...keyTable(node, schema), ''] : valueLine(node))];
}

function valueLine(node) {
  return node.type === 'object' ? [] : [`Value: ${typeText(node)}.`, ''];
}

function keyTable(node, schema) {
  const rows = Object.entries(node.properties).map(([key, property]) => {
    const full = follow(property, schema);
    const fallback = node.required?.includes(key) ? '*required*' : defaultText(full);
    // What a section is about stands above its table.
    const meaning = full.const ? '' : full.description ?? '';
    return `| \`${key}\` | ${typeText(full)} | ${fallback} | ${meaning}${examplesText(full)} |`;
  });
  return ['| key | value | default | meaning |', '|---|---|---|---|', ...rows];
}

// Maps within a section's map have their keys in its table.
function withKeysBelow(node) {
  const properties = Object.entries(node.properties).flatMap(([key, property]) => [
    [key, property],
    ...Object.entries(property.properties ?? {}).map(([below, one]) => [`${key}.${below}`, one]),
  ]);
  const required = Object.entries(node.properties).flatMap(([key, property]) => (property.required ?? []).map(below => `${key}.${below}`));
  return {...node, properties: Object.fromEntries(properties), required: [...node.required ?? [], ...required]};
}

function nested(schema) {
  return Object.entries(schema.properties).filter(([, property]) => property.properties);
}

function follow(node, schema) {
  return node.$ref ? {...follow(schema.definitions[node.$ref.split('/').at(-1)], schema), ...node} : node;
}

function defaultText(node) {
  if (node.default === undefined) {
    return '';
  }

  const isEmpty = typeof node.default === 'object' && Object.keys(node.default).length === 0;
  return isEmpty ? 'see below' : `\`${flow(node.default)}\``;
}

function examplesText(node) {
  return node.examples ? ` For example ${node.examples.map(example => `\`${flow(example)}\``).join(' or ')}.` : '';
}

function typeText(node) {
  if (node.const) {
    return `\`${node.const}\``;
  }

  if (node.enum) {
    return node.enum.map(one => `\`${one}\``).join(', ');
  }

  const words = {integer: 'whole number', object: 'map', array: 'list', string: 'text', boolean: '`true`, `false`'};
  const types = [node.type].flat().filter(Boolean);
  const names = node.then?.enum?.map(one => `\`${one}\``) ?? [];
  const others = types.filter(type => names.length === 0 || type !== 'string');
  return [...names, ...others.map(type => (words[type] ?? type) + (/^(?:number|integer)$/v.test(type) ? limitsText(node) : ''))].join(', ');
}

function limitsText(node) {
  const low = node.minimum === undefined ? (node.exclusiveMinimum === undefined ? '' : `> ${node.exclusiveMinimum}`) : `≥ ${node.minimum}`;
  const high = node.maximum === undefined
    ? (node.exclusiveMaximum === undefined ? '' : `< ${node.exclusiveMaximum}`)
    : (node.maximum >= 65_536 ? '' : `≤ ${node.maximum}`);
  const limits = [low, high].filter(Boolean).join(', ');
  return limits && ` ${limits}`;
}

// As it would be written in YAML.
function flow(value) {
  if (Array.isArray(value)) {
    return `[${value.map(item => flow(item)).join(', ')}]`;
  }

  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value).map(([key, item]) => `${key}: ${flow(item)}`).join(', ')}}`;
  }

  return String(value);
}
