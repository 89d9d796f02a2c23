import { formatShortcutForOS, KEY_MAP } from '@graphiql/react';
import type { Question } from './setting.ts';

const NO_QUESTION = '# What is known here?\nquery WhatIsKnown {\n  articles {\n    totalCount\n  }\n}\n';

/** What a first visitor finds in the editor: a few words, and the first question of the library. */
export function welcome([first]: readonly Question[]): string {
  const run = formatShortcutForOS(KEY_MAP.runQuery.key, 'Cmd');
  return `# Welcome. This is a question in GraphQL:
# ${run}, or the triangle, asks it.
#
# - Panel "Questions": many more, to search and run.
# - Panel "Query Builder": make one by ticking fields.
# - Panel "Documentation": what every field means; or
#   rest on a name here. Ctrl-Space suggests names.
# - The address holds the question: send it to somebody.

${first?.query ?? NO_QUESTION}`;
}
