import type {PublishedHistory} from '../../domain/published-history.js';

/** Groups of names, two at least, under which the same figures stand, epoch for epoch; names and groups in the order that they came in. */
export function identicalHistories(histories: ReadonlyMap<string, PublishedHistory>): string[][] {
  const groups = new Map<string, string[]>();
  for (const [name, {epochs}] of histories) {
    const figures = JSON.stringify(epochs.map(one => [one.epoch, one.loss, one.accuracy, one.valLoss, one.valAccuracy]));
    groups.set(figures, [...(groups.get(figures) ?? []), name]);
  }

  return [...groups.values()].filter(names => names.length > 1);
}
