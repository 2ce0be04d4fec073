import type {StoredSplit} from '../../domain/dataset.js';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import {pythonArguments, pythonLiteral} from './python-literal.js';

type Data = Pick<ExperimentConfig, 'augment' | 'interpolation' | 'preprocess' | 'split' | 'batch_size'>;

/** Makes `training` and `validation`: the same photos in each as in ablate's run, and the same changes to those that train. */
export function dataLines(config: Data, split: StoredSplit): string[] {
  const isByRule = config.split.method === 'keras';
  return [
    'Generator = tf.keras.preprocessing.image.ImageDataGenerator',
    ...preprocessLines(config.preprocess),
    `AUGMENT = dict(${pythonArguments(augmentOf(config.augment))})`,
    `flow = dict(target_size=(SIZE, SIZE), interpolation=${pythonLiteral(config.interpolation)}, classes=CLASSES, batch_size=${config.batch_size})`,
    ...isByRule ? ruleLines(config.split.validation!) : listLines(split),
    `assert (training.n, validation.n) == (${split.training.length}, ${split.validation.length}), \\`,
    `    f"{training.n} photos to train on and {validation.n} to validate below {DATA}, where the row has ${split.training.length} and ${split.validation.length}: set DATA to its photos"`,
  ];
}

function preprocessLines(preprocess: ExperimentConfig['preprocess']): string[] {
  if (preprocess === 'unit') {
    return ['PREPROCESS = dict(rescale=1 / 255)'];
  }

  return preprocess === 'none'
    ? ['PREPROCESS = dict()']
    : [`PREPROCESS = dict(preprocessing_function=lambda pixels: tf.keras.applications.imagenet_utils.preprocess_input(pixels, mode="${preprocess}"))`];
}

/** What ImageDataGenerator would not do anyway; the others' names and units are its own. */
function augmentOf(augment: ExperimentConfig['augment']): Readonly<Record<string, unknown>> {
  const {perspective_range: perspective, random_crop: crop, cutout, ...options} = augment;
  return Object.fromEntries(Object.entries(options).filter(([key, value]) => value !== otherwise[key as keyof typeof otherwise]));
}

const otherwise = {
  horizontal_flip: false, vertical_flip: false, rotation_range: 0, width_shift_range: 0, height_shift_range: 0, shear_range: 0, zoom_range: 0,
  channel_shift_range: 0, fill_mode: 'nearest', cval: 0,
};

/** Keras' rule: of each class the first files, sorted by name. */
function ruleLines(share: number): string[] {
  return [
    `training = Generator(validation_split=${share}, **PREPROCESS, **AUGMENT).flow_from_directory(DATA, subset="training", seed=SEED, **flow)`,
    `validation = Generator(validation_split=${share}, **PREPROCESS).flow_from_directory(DATA, subset="validation", shuffle=False, **flow)`,
  ];
}

/** Photos that were drawn are named, and the others are all that are left of the class folders. */
function listLines({validation}: StoredSplit): string[] {
  return [
    'VALIDATION = {',
    ...validation.map(({path}) => `    ${JSON.stringify(path)},`),
    '}',
    '',
    '',
    '# Goes with the program, and lies where links can be made: OUTPUT may be a drive that has none.',
    'links = tempfile.TemporaryDirectory()',
    '',
    '',
    'def linked(part, validates):',
    '    """A folder of links to the photos of a part."""',
    '    folder = os.path.join(links.name, part)',
    '    for label in CLASSES:',
    '        os.makedirs(os.path.join(folder, label))',
    '        for name in os.listdir(os.path.join(DATA, label)):',
    '            if (f"{label}/{name}" in VALIDATION) == validates:',
    '                os.symlink(os.path.abspath(os.path.join(DATA, label, name)), os.path.join(folder, label, name))',
    '    return folder',
    '',
    '',
    'training = Generator(**PREPROCESS, **AUGMENT).flow_from_directory(linked("training", False), seed=SEED, **flow)',
    'validation = Generator(**PREPROCESS).flow_from_directory(linked("validation", True), shuffle=False, **flow)',
  ];
}
