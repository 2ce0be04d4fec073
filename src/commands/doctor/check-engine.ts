import {existsSync, readFileSync} from 'node:fs';
import os from 'node:os';
import type {Engine} from '../../domain/device.js';
import {checkAddon} from '../../engine/check-addon.js';
import {findDevices, findGpus, type FoundDevice} from '../../engine/devices.js';
import {engineEnvironment} from '../../engine/engine-environment.js';
import {findEngine} from '../../engine/find-engine.js';
import {kernelsFile} from '../../engine/kernels-file.js';
import {formatBytes} from '../../report/format-bytes.js';
import type {Places} from '../places.js';
import type {Check} from './check.js';
import {shellWord} from './shell-word.js';

const mend = 'npx ablate doctor --mend';

/** The engine, loaded once in a process of its own, and the devices that it can use. */
export async function checkEngine({cache, env}: Places): Promise<readonly Check[]> {
  const engine = findEngine({cache, env});
  if (!engine) {
    return [{name: 'engine', state: 'missing', found: 'no TensorFlow yet', mend}, ...checkDevices(engine, env)];
  }

  return [await loads(engine, env), checkKernels(engine), ...checkDevices(engine, env)];
}

/** ablate's own ops, which make training on the processor quicker. */
function checkKernels({addon, kernels}: Engine): Check {
  if (kernels !== undefined) {
    return {name: 'own ops', state: 'fine', found: 'compiled for this engine', details: kernels};
  }

  const failed = `${kernelsFile(addon)}.failed`;
  if (!existsSync(failed)) {
    return {name: 'own ops', state: 'lacking', found: 'not compiled yet: training on the processor is slower', mend};
  }

  const found = `${readFileSync(failed, 'utf8').trim()}: training on the processor is slower`;
  return {name: 'own ops', state: 'lacking', found, mend: `rm ${shellWord(failed)} && ${mend}`};
}

async function loads(engine: Engine, env: NodeJS.ProcessEnv): Promise<Check> {
  const [device] = findDevices(engine, env);
  try {
    const version = await checkAddon(engine.addon, {...env, ...engineEnvironment(engine, device!, 1, env)});
    return {
      name: 'engine',
      state: 'fine',
      found: `TensorFlow ${version}${engine.cuda ? ' with CUDA' : ''}: ${engine.origin}`,
      details: engine,
    };
  } catch (error) {
    const found = `${engine.origin}: ${(error as Error).message}`;
    return {name: 'engine', state: 'missing', found, mend: `rm ${shellWord(engine.addon)} && ${mend}`};
  }
}

function checkDevices(engine: Engine | undefined, env: NodeJS.ProcessEnv): readonly Check[] {
  const devices = findDevices(engine, env);
  const checks = devices.map((device): Check => ({name: 'device', state: 'fine', found: describe(device), details: device}));
  const idle = engine?.cuda ? [] : findGpus();
  return [
    ...checks,
    ...idle.map((gpu): Check => ({
      name: 'device',
      state: 'lacking',
      found: `${describe(gpu)}: idle, because the engine is without CUDA`,
      mend,
      details: gpu,
    })),
  ];
}

function describe({kind, index, name, memoryBytes}: FoundDevice): string {
  return kind === 'gpu'
    ? `GPU ${index}: ${name}, ${formatBytes(memoryBytes)}`
    : `CPU: ${name}, ${os.availableParallelism()} threads, ${formatBytes(memoryBytes)}`;
}
