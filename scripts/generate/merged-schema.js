/**
The schema of what a file means once its parents are merged in, from the schema of files: every experiment has what a file
without a parent must have, nothing is null, and each map of a list of named kinds names its kind.
*/
export function mergedSchema({if: condition, else: ofRootFiles, ...schema}) {
  return named(withoutNull(overlay(schema, ofRootFiles)));
}

function overlay(under, over) {
  const merged = {...under};
  // Which of several keys a file lacks is for editors: spec/check-dataset.ts says it in words.
  for (const [key, value] of Object.entries(over).filter(([key]) => key !== 'anyOf')) {
    merged[key] = isMap(value) && isMap(under[key]) ? overlay(under[key], value) : value;
  }

  return merged;
}

// `null` takes an inherited key away, and so is gone after merging.
function withoutNull(node) {
  return everywhere(node, found => {
    const kept = {...found};
    if (Array.isArray(found.type)) {
      const types = found.type.filter(type => type !== 'null');
      kept.type = types.length === 1 ? types[0] : types;
    }

    for (const list of ['enum', 'anyOf'].filter(word => Array.isArray(found[word]))) {
      kept[list] = found[list].filter(one => one !== null && one.type !== 'null');
    }

    return kept;
  });
}

// With the name there, one alternative alone fits, and only its mistakes are told.
function named(node) {
  return everywhere(node, ({anyOf, ...found}) => {
    const tag = Object.keys(found.properties ?? {}).find(key => found.properties[key].const !== undefined);
    const required = tag ? {required: [tag]} : {};
    return anyOf ? {...found, discriminator: {propertyName: 'name'}, oneOf: anyOf} : {...found, ...required};
  });
}

function everywhere(node, change) {
  if (Array.isArray(node)) {
    return node.map(item => everywhere(item, change));
  }

  return isMap(node) ? change(Object.fromEntries(Object.entries(node).map(([key, value]) => [key, everywhere(value, change)]))) : node;
}

function isMap(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
