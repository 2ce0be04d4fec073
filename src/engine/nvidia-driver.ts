import {existsSync} from 'node:fs';
import process from 'node:process';

/** Whether this machine has an NVIDIA driver, told from its files alone (no process is started). */
export function hasNvidiaDriver(): boolean {
  return process.platform === 'linux' && signs.some(sign => existsSync(sign));
}

// The driver's own node, its control device, and where the Windows subsystem for Linux lays it.
const signs = ['/proc/driver/nvidia/version', '/dev/nvidiactl', '/usr/lib/wsl/lib/libcuda.so.1'];
