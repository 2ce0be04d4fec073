import tf from '../engine/tfjs.js';
import {Random} from '../engine/random.js';
import type {FeatureFile} from '../features/feature-file.js';
import {trainingViews} from '../features/training-views.js';
import {leadingPoolings, type Pooling} from '../model/backbones/leading-poolings.js';
import type {RunOrder} from '../protocol/messages.js';
import type {TrainingData} from '../training/training-data.js';
import {trainingBatches, validationBatches, type FeatureRows} from './feature-batches.js';
import {FeatureExtractor} from './feature-extractor.js';
import {keepFeatures, type Look, type LookingProgress} from './keep-features.js';
import {poolMaps} from './pool-maps.js';
import {poolingColumns} from './pooling-columns.js';
import {prepareData} from './prepare-data.js';

/**
The batches of a row with a frozen backbone: pooled features, kept in the cache or computed anew in every epoch, as the row says;
or feature maps, where its layers do not begin with a global pooling.
*/
export async function prepareFeatures(order: RunOrder, progress: LookingProgress): Promise<TrainingData> {
  const poolings = leadingPoolings(order.experiment.config.model.layers);
  if (!poolings) {
    const extractor = await FeatureExtractor.open(order);
    return prepareData(order, progress.onDecoded, pictures => extractor.featureMaps(pictures));
  }

  return preparePooled(order, poolings, progress);
}

async function preparePooled(order: RunOrder, poolings: readonly Pooling[], progress: LookingProgress): Promise<TrainingData> {
  const {split, seed, experiment: {config}} = order;
  const views = trainingViews(config).map(view => ({part: 'training' as const, view}));
  const looks = [{part: 'validation' as const, view: undefined}, ...views];
  const [validation, ...training] = await keepFeatures(order, looks, progress, (file, {part}) => rowsOf(file, order, part, poolings));
  const random = Random.fromSeed(seed).fork('order');
  return {
    training: views.length === 0
      ? await lookAnew(order, poolings, progress)
      : trainingBatches(training, config.batch_size, epoch => random.fork(epoch).permutation(split.training.length)),
    validation: validationBatches(validation!, config.batch_size),
  };
}

async function lookAnew(order: RunOrder, poolings: readonly Pooling[], {onDecoded}: LookingProgress): Promise<TrainingData['training']> {
  const extractor = await FeatureExtractor.open(order);
  const {training} = await prepareData(order, onDecoded, pictures => tf.tidy(() => {
    const pooled = poolMaps(extractor.featureMaps(pictures));
    return tf.concat2d(poolingColumns(poolings, pooled.shape[1]).map(([start, end]) => tf.slice2d(pooled, [0, start], [-1, end - start])), 1);
  }));
  return training;
}

function rowsOf(file: FeatureFile, {split}: RunOrder, part: Look['part'], poolings: readonly Pooling[]): FeatureRows {
  const pictures = split[part];
  const columns = poolingColumns(poolings, file.width);
  return {
    values: file.take(pictures.map(({digest}) => digest), columns),
    width: columns.length * file.width / 2,
    labels: pictures.map(({classIndex}) => classIndex),
    classCount: split.classes.length,
  };
}
