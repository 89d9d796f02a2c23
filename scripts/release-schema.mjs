// At a release: writes schema.graphql to docs/schema/released.graphql, without descriptions, which
// `npm run check:breaking` does not compare.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, print, visit } from 'graphql';

const pathOf = (path) => new URL(`../${path}`, import.meta.url);
const document = parse(readFileSync(pathOf('schema.graphql'), 'utf8'), { noLocation: true });
const undescribed = visit(document, { enter: ({ description, ...node }) => (description ? node : undefined) });
writeFileSync(pathOf('docs/schema/released.graphql'), `${print(undescribed)}\n`);
