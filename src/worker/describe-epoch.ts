import type {EpochEvent} from '../domain/run-event.js';

/** The epoch's line in log.txt. */
export function describeEpoch(event: EpochEvent, epochs: number): string {
  return [
    `epoch ${event.epoch}/${epochs}`,
    `loss ${event.loss.toFixed(4)}`,
    `accuracy ${event.accuracy.toFixed(4)}`,
    `val_loss ${event.val_loss.toFixed(4)}`,
    `val_accuracy ${event.val_accuracy.toFixed(4)}`,
    `learning_rate ${Number(event.learning_rate.toPrecision(4))}`,
    `${event.seconds.toFixed(1)} s`,
    `${event.pictures_per_second.toFixed(1)} pictures/s`,
  ].join('  ');
}
