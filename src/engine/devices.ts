import {spawnSync} from 'node:child_process';
import os from 'node:os';
import process from 'node:process';
import type {Device, Engine} from '../domain/device.js';
import {hasNvidiaDriver} from './nvidia-driver.js';

export type FoundDevice = Device & {readonly memoryBytes: number};

/** What runs can be pinned to, without loading TensorFlow: the NVIDIA GPUs where the engine can use them, else the processor. */
export function findDevices(engine: Pick<Engine, 'cuda'> | undefined, env: NodeJS.ProcessEnv = process.env): FoundDevice[] {
  const gpus = engine?.cuda ? visible(findGpus(), env.CUDA_VISIBLE_DEVICES) : [];
  return gpus.length > 0 ? gpus : [processor()];
}

/** The NVIDIA GPUs that the driver's own tool lists; none without a driver. */
export function findGpus(): FoundDevice[] {
  if (!hasNvidiaDriver()) {
    return [];
  }

  const {status, stdout} = spawnSync(
    'nvidia-smi',
    ['--query-gpu=index,name,memory.total', '--format=csv,noheader,nounits'],
    {encoding: 'utf8', timeout: 20_000},
  );
  return status === 0 ? parseGpus(stdout) : [];
}

/** Reads nvidia-smi's lines of `index, name, MiB`. */
export function parseGpus(csv: string): FoundDevice[] {
  return csv.split('\n').filter(line => line.includes(',')).map(line => {
    const [index, name, mebibytes] = line.split(',').map(field => field.trim());
    // Shared-memory GPUs answer `[N/A]`.
    return {kind: 'gpu', index: Number(index), name: name ?? 'GPU', memoryBytes: (Number(mebibytes) || 0) * (2 ** 20)};
  });
}

// The user's own mask counts too, where it speaks in numbers.
function visible(gpus: FoundDevice[], mask: string | undefined): FoundDevice[] {
  if (mask === undefined || !/^[\d,\s\-]*$/v.test(mask)) {
    return gpus;
  }

  const wanted = new Set(mask.split(',').map(field => field.trim()));
  return gpus.filter(gpu => wanted.has(String(gpu.index)));
}

function processor(): FoundDevice {
  const model = os.cpus()[0]?.model.trim();
  // Containers may be given less than the machine has; 0 means that nothing limits them.
  const constrained = process.constrainedMemory();
  const memoryBytes = constrained > 0 ? Math.min(constrained, os.totalmem()) : os.totalmem();
  return {kind: 'cpu', index: 0, name: model && model !== 'unknown' ? model : `${os.arch()} processor`, memoryBytes};
}
