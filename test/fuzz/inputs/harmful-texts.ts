import {Buffer} from 'node:buffer';
import fc from 'fast-check';

const count = fc.oneof(fc.integer({min: 1, max: 100}), fc.integer({min: 100, max: 60_000}));

/** Texts that are made to take time, memory or stack: bombs, nesting, repetition, floods of mistakes, matrices of millions of rows. */
export function harmfulTexts(plain: string): fc.Arbitrary<Uint8Array> {
  const texts = fc.oneof(
    fc.tuple(fc.constantFrom('', 'a: ', plain, `${plain}seeds: `), fc.constantFrom(...repeated), count, fc.constantFrom('', ']', '}', '\n'))
      .map(([before, part, times, after]) => before + part.repeat(times) + after.repeat(times)),
    fc.tuple(fc.constantFrom('[]', '{}'), count).map(([[open, close], times]) => `a: ${(open === '{' ? '{a: ' : '[').repeat(times)}${close!.repeat(times)}`),
    fc.integer({min: 1, max: 400}).map(depth => Array.from({length: depth}, (_, index) => `${' '.repeat(index)}a:`).join('\n')),
    fc.tuple(fc.integer({min: 1, max: 30}), fc.integer({min: 1, max: 30})).map(([levels, width]) => bomb(levels, width)),
    count.map(keys => plain + Array.from({length: keys}, (_, index) => `k${index}: 1\n`).join('')),
    count.map(times => `${plain}${'epochs: 1\n'.repeat(times)}`),
    count.map(length => `${plain}seeds: [${Array.from({length}, (_, index) => index).join(',')}]\n`),
    fc.array(fc.tuple(fc.constantFrom('epochs', 'batch_size', 'split.seed', 'image_size', 'augment', 'nope', '__proto__'), fc.integer({min: 1, max: 1500})), {maxLength: 4})
      .map(lists => `${plain}matrix:\n${lists.map(([key, length]) => `  ${key}: [${Array.from({length}, (_, index) => index + 1).join(', ')}]\n`).join('')}`),
    fc.tuple(count, count).map(([anchors, aliases]) => `a: &x [${'1,'.repeat(anchors)}1]\nb: [${'*x,'.repeat(aliases)}*x]`),
    count.map(layers => plain.replace('    - flatten\n', '    - activation: relu\n'.repeat(layers) + '    - flatten\n')),
    fc.oneof(fc.integer({min: 1, max: 20}), fc.integer({min: 30, max: 60})).map(depth => plain.replace('    - flatten\n', `    - ${'{concatenate: [flatten, '.repeat(depth)}flatten${']}'.repeat(depth)}\n`)),
  );
  return fc.oneof(
    {weight: 10, arbitrary: texts.map(text => Buffer.from(text))},
    {weight: 1, arbitrary: fc.tuple(texts, fc.constantFrom('utf16le', 'latin1')).map(([text, encoding]) => Buffer.concat([Buffer.of(0xFF, 0xFE), Buffer.from(text, encoding as 'latin1')]))},
  );
}

const repeated = [
  '[',
  '{',
  '- ',
  '? ',
  '- ? ',
  '[{',
  '- [',
  '{a: ',
  '{"a":',
  '&a ',
  '*a ',
  '!a ',
  ': ',
  ':',
  ',',
  '"',
  '\'',
  '%',
  '|\n',
  '>',
  '#',
  '# c\n',
  '- a\n',
  'a\n',
  '\n',
  ' ',
  '\t',
  'x',
  '? a\n: b\n',
  'é',
  '\u{1F600}',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '<<: *a\n',
  '\\',
  '\r',
  '\u{FEFF}',
  '\u{85}',
  '\u{2028}',
];

function bomb(levels: number, width: number): string {
  const lines = Array.from({length: levels}, (_, level) => `k${level}: &a${level} [${Array.from({length: width}, () => level === 0 ? 'x' : `*a${level - 1}`).join(', ')}]`);
  return lines.join('\n');
}
