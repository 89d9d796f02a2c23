import { tryParseJSONC, useGraphiQL } from '@graphiql/react';
import type { Asked } from './ask.ts';

/** Returns a function that reads the editors, and throws if the variables or headers are invalid. */
export function useCurrent(): () => Asked {
  const { queryEditor, variableEditor, headerEditor, operationName } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    headerEditor: state.headerEditor,
    operationName: state.operationName,
  }));
  return () => ({
    operation: {
      query: queryEditor?.getValue() ?? '',
      variables: read('variables', variableEditor?.getValue()),
      operationName: operationName ?? null,
    },
    headers: read('headers', headerEditor?.getValue()) as Record<string, string> | undefined,
  });
}

function read(name: string, text: string | undefined): Record<string, unknown> | undefined {
  try {
    return tryParseJSONC(text);
  } catch {
    throw new Error(`The ${name} must be JSON, for example {"slug": "kaja-kallas"}.`);
  }
}
