import { tryParseJSONC, useGraphiQL } from '@graphiql/react';
import type { Asked } from './ask.ts';

/** Gives what is in the editors when it is called; throws an error that says which of them cannot be read. */
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
    throw new Error(`The ${name} cannot be read: write them as JSON, like {"slug": "kaja-kallas"}.`);
  }
}
