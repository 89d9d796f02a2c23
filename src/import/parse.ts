import type { z } from 'zod';
import type { Problem } from '../text/problem.ts';
import { Location, type Path, YamlFile } from '../text/yaml-file.ts';
import { documents, head, lists, maps, registers } from './entities.ts';
import type { Entity } from './entity.ts';
import { articleFile, documentFiles, registerFiles } from './file-shape.ts';
import type { SourceFile } from './read.ts';
import { isSlug, SLUG_RULE } from './shape.ts';
import { shapeProblems } from './shape-problem.ts';

/** One entry of a file. */
export interface Item {
  readonly entity: Entity;
  readonly location: Location;
  /** Its key in a map, or its `ref`; empty if it has neither. */
  readonly name: string;
  /** Its position in its list, from 1. */
  readonly ordinal: number;
  readonly value: unknown;
  /** Whether the value fits the entity's shape. If not, others may still refer to its name. */
  readonly sound: boolean;
}

/** The content of one file: the entries of a register, the only entry of a document, or an article's head and the entries of its maps and lists. */
export interface ParsedFile {
  readonly article: Item | null;
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
  /** True for a register that is not YAML. */
  readonly unread: boolean;
}

/** Splits a file into items. A value that does not fit the shape is a problem with line and column. */
export function parseFile({ kind, name, path, text }: SourceFile): ParsedFile {
  const yaml = new YamlFile(path, text);
  const root = new Location(yaml);
  if (yaml.problems.length > 0) {
    const article = { entity: head, location: root, name, ordinal: 1, value: null, sound: false };
    return {
      article: kind === 'article' ? article : null,
      items: [],
      problems: yaml.problems,
      unread: kind === 'register',
    };
  }
  if (kind === 'document') return parseDocument(name, root);
  return kind === 'article' ? parseArticle(name, root) : parseRegister(name, root);
}

function parseRegister(name: string, root: Location): ParsedFile {
  const data = root.file.data ?? {};
  const [entity, shape] = [registers[name], registerFiles[name]];
  if (!entity || !shape) throw new Error(`${name} is not a register.`);
  const { problems, sound } = compare(shape, data, root);
  return { article: null, items: mapItems(entity, data, root, sound), problems, unread: false };
}

function parseDocument(name: string, root: Location): ParsedFile {
  const { data } = root.file;
  const [entity, shape] = [documents[name], documentFiles[name]];
  if (!entity || !shape) throw new Error(`${name} is not a document.`);
  const { problems, sound } = compare(shape, data, root);
  const item = { entity, location: root, name: '', ordinal: 1, value: data, sound: sound([]) };
  return { article: null, items: [item], problems, unread: false };
}

function parseArticle(slug: string, root: Location): ParsedFile {
  const data = root.file.data;
  const { problems, sound } = compare(articleFile, data, root);
  if (!isSlug(slug)) problems.push(root.problem(`the file name must be the article's slug: ${SLUG_RULE}`));
  const items = [
    ...Object.entries(maps).flatMap(([field, entity]) => mapItems(entity, fieldOf(data, field), root.at(field), sound)),
    ...Object.entries(lists).flatMap(([field, entity]) =>
      listItems(entity, fieldOf(data, field), root.at(field), sound),
    ),
  ];
  const inHead = (path: Path) => !(String(path[0]) in maps || String(path[0]) in lists);
  const article = { entity: head, location: root, name: slug, ordinal: 1, value: data, sound: sound([], inHead) };
  return { article, items, problems, unread: false };
}

/** Whether there are no problems at a path or below it, among the problems that `counts` accepts. */
type Sound = (path: Path, counts?: (path: Path) => boolean) => boolean;

function compare(shape: z.ZodType, data: unknown, root: Location): { problems: Problem[]; sound: Sound } {
  const found = shapeProblems(shape, data, root);
  return {
    problems: found.map(({ problem }) => problem),
    sound: (path, counts = () => true) =>
      !found.some((p) => counts(p.path) && path.every((step, i) => step === p.path[i])),
  };
}

function mapItems(entity: Entity, data: unknown, location: Location, sound: Sound): Item[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  return Object.entries(data).map(([name, value], i) => {
    const at = location.at(name);
    return { entity, location: at, name, ordinal: i + 1, value, sound: sound(at.path) };
  });
}

function listItems(entity: Entity, data: unknown, location: Location, sound: Sound): Item[] {
  if (!Array.isArray(data)) return [];
  return data.map((value: unknown, i) => {
    const at = location.at(i);
    const ref = fieldOf(value, 'ref');
    return {
      entity,
      location: at,
      name: typeof ref === 'string' ? ref : '',
      ordinal: i + 1,
      value,
      sound: sound(at.path),
    };
  });
}

function fieldOf(data: unknown, field: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[field] : undefined;
}
