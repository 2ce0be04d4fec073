import {rm} from 'node:fs/promises';
import type {RunFolder} from './run-folder.js';

/** Takes away the checkpoints of a run that is done. What cannot be taken away harms nobody: such a run is not gone on with. */
export async function removeCheckpoints({checkpoints}: RunFolder): Promise<void> {
  await rm(checkpoints, {recursive: true, force: true}).catch(() => undefined);
}
