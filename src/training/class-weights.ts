import type {ExperimentConfig} from '../domain/generated/experiment-config.js';

/**
The weight of each class, in the order of `classes`; undefined where none is asked for. `labels` are the classes of the pictures
that train, counted from 0. `balanced` is scikit-learn's formula, pictures / (classes · pictures of the class) (King and Zeng,
2001), which makes the weights' mean over the pictures 1.
*/
export function classWeights(option: ExperimentConfig['class_weight'], classes: readonly string[], labels: readonly number[]): number[] | undefined {
  if (option === undefined) {
    return undefined;
  }

  return classes.map((name, index) => option === 'balanced'
    ? labels.length / (classes.length * labels.filter(label => label === index).length)
    // A class may be called `constructor`, which every object has.
    : (Object.hasOwn(option, name) ? option[name]! : 1));
}
