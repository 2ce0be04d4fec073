import type {Device} from '../domain/device.js';
import {findDevices} from '../engine/devices.js';
import {findEngine} from '../engine/find-engine.js';
import type {Places} from './places.js';

/** One slot a GPU, else one on the CPU; `wanted` slots go round the devices. */
export function chooseSlots(wanted: number | undefined, {cache, env}: Places): Device[] {
  const devices = findDevices(findEngine({cache, env}), env);
  return Array.from({length: wanted ?? devices.length}, (_, slot) => devices[slot % devices.length]!);
}
