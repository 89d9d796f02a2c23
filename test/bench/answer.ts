import { type DocumentNode, Kind, visit } from 'graphql';

const KIND = 'rowType';

/** Types whose objects are no rows, but hold rows or values of a row. */
const HOLDERS = /^(Query|PageInfo|When|SearchHit|TimelineEntry|Path|.*(Connection|Edge))$/;

/** The document with the type of every object asked for as well, so that `countRows` knows what it counts. */
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

/** How many rows an answer with types holds: the objects of entities, groups, pairs and steps, each as often as it stands there. */
export function countRows(answer: unknown): number {
  if (Array.isArray(answer)) return answer.reduce<number>((sum, item) => sum + countRows(item), 0);
  if (typeof answer !== 'object' || answer === null) return 0;
  const own = KIND in answer && !HOLDERS.test(String(answer[KIND])) ? 1 : 0;
  return Object.values(answer).reduce<number>((sum, value) => sum + countRows(value), own);
}
