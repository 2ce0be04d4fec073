import type {Device} from '../domain/device.js';

/** Slots of one device that a run has for itself, by their numbers in the sweep. */
export type Place = {readonly device: Device; readonly slots: readonly number[]};

/** The slots of a sweep and which of them are free. */
export class Slots {
  readonly #byDevice = new Map<string, {readonly device: Device; readonly count: number; readonly free: Set<number>}>();

  /** The device of each slot. */
  constructor(devices: readonly Device[]) {
    for (const [slot, device] of devices.entries()) {
      const key = `${device.kind}${device.index}`;
      const known = this.#byDevice.get(key) ?? {device, count: 0, free: new Set()};
      known.free.add(slot);
      this.#byDevice.set(key, {...known, count: known.count + 1});
    }
  }

  /** As many slots as a run wants, or all of a device that has fewer, where they are free: on the device with most room. */
  take(wanted: number): Place | undefined {
    const fitting = [...this.#byDevice.values()]
      .map(entry => ({...entry, need: Math.min(wanted, entry.count)}))
      .filter(({free, need}) => free.size >= need)
      .toSorted((one, other) => other.free.size - one.free.size);
    const [best] = fitting;
    if (!best) {
      return undefined;
    }

    const slots = [...best.free].toSorted((a, b) => a - b).slice(0, best.need);
    for (const slot of slots) {
      best.free.delete(slot);
    }

    return {device: best.device, slots};
  }

  free({device, slots}: Place): void {
    const {free} = this.#byDevice.get(`${device.kind}${device.index}`)!;
    for (const slot of slots) {
      free.add(slot);
    }
  }
}
