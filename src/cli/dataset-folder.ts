import type { Config } from '../config.ts';
import { Failure } from '../failure.ts';

/** The folder given as an argument, or else the configured one. */
export function datasetFolder(given: string | undefined, { seedsFolder }: Config): string {
  const folder = given ?? seedsFolder;
  if (!folder)
    throw new Failure('NO_FOLDER', 'ONRECORD_SEEDS is empty: name a dataset folder, for example: onrecord check seeds');
  return folder;
}
