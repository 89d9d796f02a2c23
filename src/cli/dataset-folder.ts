import type { Config } from '../config.ts';
import { Failure } from '../failure.ts';

/** The folder that a command names, or else the one of the settings. */
export function datasetFolder(given: string | undefined, { seedsFolder }: Config): string {
  const folder = given ?? seedsFolder;
  if (!folder)
    throw new Failure(
      'NO_FOLDER',
      'ONRECORD_SEEDS is empty: name a knowledge folder, for example: onrecord check seeds',
    );
  return folder;
}
