import { type Asked, ask, errorsOf, readAnswer } from './ask.ts';

/** Downloads the operation's list as CSV and returns the file name. Throws an error with a readable message. */
export async function saveCsv({ operation, headers }: Asked): Promise<string> {
  const response = await ask({ operation, headers: { ...headers, accept: 'text/csv' } });
  if (!response.headers.get('content-type')?.startsWith('text/csv'))
    throw new Error(errorsOf(await readAnswer(response)) ?? 'The server sent no CSV.');
  const [, name = 'answer.csv'] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  // The browser reads the blob after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}
