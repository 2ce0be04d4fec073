import fc from 'fast-check';

/** Values that stand at no place of an experiment, or just beyond what may, as they are written in YAML. */
export const oddValues: fc.Arbitrary<string> = fc.oneof(
  {weight: 4, arbitrary: fc.constantFrom('null', '~', '', 'true', 'no', '0', '-1', '-0', '1.5', '1e400', '-.inf', '.nan', '0x1fffffffffffffffffff', '0o17', '1_000', '2147483648', '9007199254740993', '1e-320', '1:20', '2001-01-01', '[]', '{}', '[[]]', '[null]', '{a: {b: {c: 1}}}', '[1, 1]', '[{}]', String.raw`"\0"`, String.raw`"\e[31m"`, String.raw`"a\nb"`, String.raw`"\u202e"`, '""', '../../x', 'CON', '/dev/zero', '/etc/passwd', '~/x', '*a', '&a [*a]', '&a 1', '!!binary aGk=', '!!set {1}', '!!js/function x', '!foo bar', '|\n  x', '>-\n  x', '<<', '__proto__', 'constructor', 'toString', String.raw`"\ud800"`, 'é', 'none', 'imagenet', 'classes', 'balanced', '0,1', '"5"', '1e3', '%', '@x', '`x`', '- 1', '? x', ': x', 'x: y', '#')},
  {weight: 1, arbitrary: fc.oneof(fc.double(), fc.integer(), fc.bigInt()).map(String)},
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 30}).map(text => JSON.stringify(text))},
  {weight: 1, arbitrary: fc.json({maxDepth: 4})},
  {weight: 1, arbitrary: fc.tuple(fc.constantFrom('x', '../', 'é', '[', '{a: ', '- ', '"', '1, '), fc.integer({min: 1, max: 3000})).map(([text, count]) => text.repeat(count))},
);
