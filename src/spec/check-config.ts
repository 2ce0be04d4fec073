import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {checkAugment} from './check-augment.js';
import {checkBackbone} from './check-backbone.js';
import {checkDataset} from './check-dataset.js';
import {checkFeatures} from './check-features.js';
import {checkOptimizer} from './check-optimizer.js';
import {checkSchedule} from './check-schedule.js';
import {checkSplitRule} from './check-split-rule.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';

/** What a row's own values show together, although each of them is right. Nothing is said of the top-level keys in `wrong`. */
export function checkConfig(config: ExperimentConfig, tree: LocatedMap, wrong: ReadonlySet<string>): SpecProblem[] {
  return [
    ...(wrong.has('dataset') ? [] : checkDataset(config, tree)),
    ...(wrong.has('optimizer') ? [] : checkOptimizer(config, tree)),
    ...(wrong.has('schedule') ? [] : checkSchedule(config, tree, wrong)),
    ...(wrong.has('augment') ? [] : checkAugment(config, tree)),
    ...(wrong.has('model') ? [] : checkBackbone(config, tree, wrong)),
    ...(wrong.has('split') ? [] : checkSplitRule(config, tree)),
    ...(wrong.has('features') ? [] : checkFeatures(config, tree)),
  ];
}
