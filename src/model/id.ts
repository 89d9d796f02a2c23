import { createHash } from 'node:crypto';
import type { ModelName } from './model.ts';

/**
 * The global id of a row: the name of its model (the concrete one, `Person` rather than `Actor`), an
 * underscore, and 22 characters of a checksum of its natural key. The same key gives the same id in every
 * database.
 *
 * @example globalId('Article', '003-territory-still-key') // 'Article_…'
 */
export function globalId(model: ModelName, ...naturalKey: readonly (string | number)[]): string {
  const checksum = createHash('sha256').update(JSON.stringify(naturalKey)).digest('base64url');
  return `${model}_${checksum.slice(0, 22)}`;
}
