import {rm, stat, writeFile} from 'node:fs/promises';

/** Waits until a file that is written now has another time of change than this one: many systems count these in steps of some milliseconds. */
export async function passTimeOf(file: string): Promise<void> {
  const probe = `${file}.probe`;
  const timeOf = async (name: string) => stat(name, {bigint: true}).then(({ctimeNs}) => ctimeNs);
  const before = await timeOf(file);
  do {
    await writeFile(probe, '');
  } while (await timeOf(probe) <= before);

  await rm(probe);
}
