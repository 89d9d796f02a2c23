import { formatShortcutForOS, KEY_MAP } from '@graphiql/react';
import type { Question } from './setting.ts';

const NO_QUESTION = '# What data is here?\nquery WhatIsHere {\n  articles {\n    totalCount\n  }\n}\n';

/** The text in the editor on a first visit: a short help, and the first question of the library. */
export function welcome([first]: readonly Question[]): string {
  const run = formatShortcutForOS(KEY_MAP.runQuery.key, 'Cmd');
  return `# Welcome. This is a GraphQL query.
# To run it, press ${run} or the triangle.
#
# - "Questions" has many more queries.
# - "Query Builder" makes a query by ticking fields.
# - "Documentation" explains every field, and so does
#   hovering over a name. Ctrl-Space suggests names.
# - The address contains the query: share it as a link.

${first?.query ?? NO_QUESTION}`;
}
