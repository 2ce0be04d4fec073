import type {Device} from '../domain/device.js';
import {findDevices} from '../engine/devices.js';
import {findEngine} from '../engine/find-engine.js';
import type {Places} from './places.js';

/** One slot a GPU, else one on the CPU, or `wanted` on each of them; the devices take turns. */
export function chooseSlots(wanted: number | undefined, {cache, env}: Places): Device[] {
  const devices = findDevices(findEngine({cache, env}), env);
  return Array.from({length: (wanted ?? 1) * devices.length}, (_, slot) => devices[slot % devices.length]!);
}
