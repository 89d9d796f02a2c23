import { z } from 'zod';
import { models } from '../model/model.ts';
import { documents, lists, maps, registers } from './entities.ts';
import { articleShape } from './entity/article.ts';
import type { Entity } from './entity.ts';
import { slug } from './shape.ts';

/** The shape of an article file: the head, and the maps and lists. */
export const articleFile = articleShape.extend({
  ...mapValues(maps, (entity) => mapOf(entity).optional()),
  ...mapValues(lists, (entity) => z.array(entity.shape).optional().describe(models[entity.model].doc)),
});

/** The shape of each register file, by its name without `.yaml`. */
export const registerFiles: Readonly<Record<string, z.ZodType>> = mapValues(registers, mapOf);

/** The shape of each document, by its name without `.yaml`. */
export const documentFiles: Readonly<Record<string, z.ZodType>> = mapValues(documents, ({ model, shape }) =>
  shape.describe(models[model].doc),
);

function mapOf(entity: Entity): z.ZodType {
  return z.record(slug('Short stable name.'), entity.shape).describe(models[entity.model].doc);
}

function mapValues<In, Out>(object: Readonly<Record<string, In>>, change: (value: In) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
