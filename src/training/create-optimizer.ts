import type tf from '../engine/tfjs.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {Optimizer} from './optimizer.js';
import {adagrad} from './optimizers/adagrad.js';
import {adam} from './optimizers/adam.js';
import {adamw} from './optimizers/adamw.js';
import {nadam} from './optimizers/nadam.js';
import {rmsprop} from './optimizers/rmsprop.js';
import {sgd} from './optimizers/sgd.js';
import type {AnyRule, UpdateRule} from './update-rule.js';

type Options = ExperimentConfig['optimizer'];
type Rules = {[Name in Options['name']]: (options: Extract<Options, {name: Name}>) => UpdateRule | AnyRule};

/** Every optimizer that an experiment file can name. */
const rules: Rules = {adagrad, adam, adamw, nadam, rmsprop, sgd};

/** The optimizer that the experiment names, at its first step, over the given weights. */
export function createOptimizer(options: Options, weights: readonly tf.Variable[]): Optimizer {
  // The registry's type pairs each name with its options; the compiler cannot follow that through an index.
  const rule = rules[options.name] as (options: Options) => AnyRule;
  return new Optimizer(rule(options), options, weights);
}
