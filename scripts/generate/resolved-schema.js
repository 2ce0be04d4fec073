/**
The schema of a resolved experiment: what `extends` and `matrix` did is done, layers are all objects, and every
property that has a default is there.
*/
export function resolvedSchema(schema) {
  const {extends: parent, matrix, name, description, published, ...properties} = schema.properties;
  const definitions = structuredClone(schema.definitions);
  definitions.layer = {...onlyObjects(definitions.layer), title: 'Layer'};
  properties.augment = onlyObjects(properties.augment);
  properties.split = withOwnKeys(properties.split);
  return fillRequired({...schema, description: 'An experiment with its parents merged in and every default filled in.', properties, definitions});
}

// Of a split's keys those are there that its method reads.
function withOwnKeys({properties: {method, ...others}, ...split}) {
  const withoutDefault = Object.entries(others).map(([key, {default: value, ...other}]) => [key, other]);
  return {...split, properties: {method, ...Object.fromEntries(withoutDefault)}};
}

function onlyObjects({if: condition, then: names, ...layer}) {
  return {...layer, type: 'object'};
}

// A property with a default is always present once resolved, so its type is not optional.
function fillRequired(node) {
  if (Array.isArray(node)) {
    return node.map(item => fillRequired(item));
  }

  if (node === null || typeof node !== 'object') {
    return node;
  }

  const {if: condition, then: consequence, discriminator, ...kept} = node;
  const filled = Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, key === 'default' ? value : fillRequired(value)]));
  if (condition && consequence?.enum) {
    filled.anyOf = alternatives(filled, consequence.enum);
    delete filled.type;
  }

  // One type serves all that refer to it, whatever the place adds to its description.
  if (node.$ref) {
    delete filled.description;
  }

  if (node.properties && !Array.isArray(node.properties) && node.type === 'object') {
    const defaulted = Object.keys(node.properties).filter(key => node.properties[key]?.default !== undefined);
    filled.required = [...new Set([...(node.required ?? []), ...defaulted])];
  }

  return filled;
}

// `type: [string, object]` with an enumeration of strings, as a union that has a type.
function alternatives({type, properties, required, additionalProperties}, names) {
  const other = type.find(one => one !== 'string');
  return [{enum: names}, other === 'object' ? {type: other, properties, required, additionalProperties} : {type: other}];
}
