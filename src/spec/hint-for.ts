import {shorten} from './shorten.js';
import type {Place} from './source.js';

type Kind = 'text' | 'number' | 'boolean' | 'list' | 'map' | 'nothing';

type Hint = {
  /** Dotted; `*` is a list's item. */
  readonly keys: readonly string[];
  readonly given: Kind;
  /** Only of a number that is greater. */
  readonly above?: number;
  /** `%` is what was given: of a list and of a map its first value. */
  readonly say: string;
};

/** What to write for a value of the wrong type or beyond its limit, where it is a habit that shows what was meant. */
export function hintFor(path: readonly string[], value: unknown, expected: readonly string[], place: Place): string {
  // A layer within a layer is written as any other.
  const key = path.map(part => /^\d+$/v.test(part) ? '*' : part).join('.').replaceAll('.concatenate.*', '');
  const hint = hints.find(({keys, given, above = -Infinity}) => given === kindOf(value) && keys.includes(key) && !(Number(value) <= above));
  const say = hint?.say.replaceAll('%', shown(value)) ?? remedyOfText(value, expected, place);
  return say === undefined ? '' : ` ${say}`;
}

const layer = (...names: string[]) => names.map(name => `model.layers.*.${name}`);

const hints: readonly Hint[] = [
  {keys: ['optimizer', 'schedule'], given: 'text', say: 'Write `{name: %}`.'},
  {keys: ['loss'], given: 'text', say: 'The loss is categorical cross-entropy: leave the key away, or write `{label_smoothing: 0.1}`.'},
  {keys: ['loss'], given: 'number', say: 'Write `{label_smoothing: %}`.'},
  {keys: ['class_weight'], given: 'list', say: 'Write a weight a class by its name: `{glass: %, …}`.'},
  {keys: ['split'], given: 'number', say: 'Write `{validation: %}`.'},
  {keys: ['split'], given: 'text', say: 'Write `{method: %}`.'},
  {keys: ['model.backbone'], given: 'text', say: 'Write `{name: %}`.'},
  {keys: ['model.backbone.weights'], given: 'boolean', say: 'Write `imagenet`, or `none` for weights that are drawn.'},
  {
    keys: ['model.backbone.trainable'],
    given: 'number',
    say: 'Write a layer\'s name, the first that trains, such as `conv5_block1_1_conv`: docs/backbones.md says where each stage begins.',
  },
  {keys: ['image_size'], given: 'list', say: 'Write `%`, which is both height and width.'},
  {keys: ['seeds'], given: 'number', say: 'Write `[%]`, or `[0, 1, 2]` for three runs.'},
  {keys: ['augment'], given: 'boolean', say: 'Write `none`, or what is to change: `{horizontal_flip: true}`.'},
  {keys: ['augment.random_crop'], given: 'boolean', say: 'Write `{}`, or the shares of the area that are left: `{scale: [0.5, 1]}`.'},
  {keys: ['augment.random_crop'], given: 'number', above: 1, say: 'Write the shares of the area that are left, `{scale: [0.5, 1]}`.'},
  {keys: ['augment.random_crop'], given: 'number', say: 'Write `{scale: [%, 1]}`.'},
  {keys: ['augment.random_crop'], given: 'list', say: 'Write the shares of the area that are left, `{scale: [0.5, 1]}`.'},
  {keys: ['augment.brightness_range'], given: 'number', say: 'Write two factors: `[0.8, 1.2]` is a fifth darker to a fifth brighter.'},
  {keys: ['augment.perspective_range', 'augment.cutout'], given: 'boolean', say: 'Write a share, such as 0.25.'},
  {keys: ['augment.perspective_range', 'augment.cutout'], given: 'map', say: 'Write `%`.'},
  {
    keys: ['split.validation', 'augment.random_crop.scale.*', 'augment.cutout', 'dropout', ...layer('dropout'), 'loss.label_smoothing'],
    given: 'number',
    above: 1,
    say: 'It is a share, such as 0.25.',
  },
  {keys: ['published'], given: 'number', say: 'Write `{validation_score: %}`.'},
  {keys: ['schedule.boundaries', 'schedule.values'], given: 'number', say: 'Write `[%]`.'},
  {keys: ['dataset.classes'], given: 'text', say: 'Write a list, `[%, …]`.'},
  {keys: ['dataset.classes'], given: 'number', say: 'Write the names of the class folders, or leave it away for all of them.'},
  {keys: ['model'], given: 'list', say: 'Write the list below `layers:`.'},
  {keys: ['model.layers'], given: 'map', say: 'Write each layer behind a "-" of its own.'},
  {keys: layer('dense'), given: 'number', say: 'Write `{units: %}`.'},
  {keys: layer('dense'), given: 'text', say: 'Write `{units: %}`.'},
  {keys: layer('dense'), given: 'nothing', say: 'Write `{units: …}`, or its options below it, indented deeper than its name.'},
  {keys: layer('conv2d'), given: 'number', say: 'Write `{filters: %}`.'},
  {keys: layer('conv2d'), given: 'nothing', say: 'Write `{filters: …}`, or its options below it, indented deeper than its name.'},
  {keys: layer('max_pooling2d', 'average_pooling2d'), given: 'number', say: 'Write `{pool_size: %}`.'},
  {keys: layer('max_pooling2d', 'average_pooling2d'), given: 'list', say: 'Write `{pool_size: %}`.'},
  {
    keys: layer('max_pooling2d', 'average_pooling2d', 'batch_normalization'),
    given: 'nothing',
    say: 'Take the colon away, or write its options below it, indented deeper than its name.',
  },
  {keys: layer('flatten', 'global_average_pooling2d', 'global_max_pooling2d'), given: 'nothing', say: 'Take the colon away.'},
  {keys: layer('dropout'), given: 'nothing', say: 'Take the colon away for the row\'s own `dropout`, or write a rate behind it.'},
  {keys: layer('dropout'), given: 'map', say: 'Write `%`.'},
  {keys: ['dropout'], given: 'map', say: 'Write `%`.'},
  {keys: layer('activation'), given: 'map', say: 'Write `%`.'},
  {
    keys: ['conv2d', 'max_pooling2d', 'average_pooling2d'].flatMap(name => layer(`${name}.kernel_size`, `${name}.pool_size`, `${name}.strides`)),
    given: 'list',
    say: 'Write `%`, which is both height and width.',
  },
];

// Of YAML 1.1, which other programs still read.
const booleans: Readonly<Record<string, string>> = {yes: 'true', on: 'true', no: 'false', off: 'false'};

const numeral = /^[+\-]?(?:\d+\.?\d*|\.\d+)(?:e[+\-]?\d+)?$/iv;

function remedyOfText(value: unknown, expected: readonly string[], {source, start}: Place): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }

  const word = value.toLowerCase();
  const boolean = Object.hasOwn(booleans, word) ? booleans[word] : undefined;
  if (expected.includes('boolean') && boolean !== undefined) {
    return `Write \`${boolean}\`.`;
  }

  const isNumber = expected.includes('number') || expected.includes('integer');
  const isMeant = (isNumber && numeral.test(value)) || (expected.includes('boolean') && /^(?:true|false)$/iv.test(value));
  if (isMeant && /["']/v.test(source.text[start] ?? '')) {
    return `Remove the quotes: \`${value.toLowerCase()}\`.`;
  }

  return isNumber && /^\d+,\d+$/v.test(value) ? `Write a point for the comma: \`${value.replace(',', '.')}\`.` : undefined;
}

function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) {
    return 'nothing';
  }

  if (Array.isArray(value)) {
    return 'list';
  }

  const kinds: Readonly<Record<string, Kind>> = {string: 'text', number: 'number', boolean: 'boolean'};
  return kinds[typeof value] ?? 'map';
}

function shown(value: unknown): string {
  const first = typeof value === 'object' && value !== null ? (Object.values(value) as unknown[])[0] : value;
  return shorten(typeof first === 'string' ? first.toLowerCase() : JSON.stringify(first) ?? '…', 60);
}
