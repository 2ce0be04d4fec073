import type {Dataset} from '../domain/dataset.js';

/** How many pictures each class has, in the classes' order. */
export function countByClass({classes, pictures}: Pick<Dataset, 'classes' | 'pictures'>): ReadonlyMap<string, number> {
  return new Map(classes.map((name, index) => [name, pictures.filter(({classIndex}) => classIndex === index).length]));
}
