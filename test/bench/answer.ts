import { type DocumentNode, Kind, visit } from 'graphql';

const KIND = 'rowType';

/** Types whose objects are not rows, but contain rows or values of a row. */
const HOLDERS = /^(Query|PageInfo|When|SearchHit|TimelineEntry|Path|.*(Connection|Edge))$/;

/** The document with `__typename` added to every object, which `countRows` needs. */
export function withTypes(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: {
      leave(node) {
        const name = { kind: Kind.NAME, value: '__typename' } as const;
        const alias = { kind: Kind.NAME, value: KIND } as const;
        return { ...node, selections: [...node.selections, { kind: Kind.FIELD, name, alias } as const] };
      },
    },
  });
}

/** The number of rows in an answer with types: objects of entities, groups, pairs and steps, counting repeated ones. */
export function countRows(answer: unknown): number {
  if (Array.isArray(answer)) return answer.reduce<number>((sum, item) => sum + countRows(item), 0);
  if (typeof answer !== 'object' || answer === null) return 0;
  const own = KIND in answer && !HOLDERS.test(String(answer[KIND])) ? 1 : 0;
  return Object.values(answer).reduce<number>((sum, value) => sum + countRows(value), own);
}
