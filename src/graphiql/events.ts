import type { ExecutionResult } from 'graphql';

/**
 * The answers of a subscription, one per server-sent event, until the stream ends. Returning from the iterator cancels
 * the request at once.
 */
export function readEvents(body: ReadableStream<BufferSource>): AsyncIterable<ExecutionResult> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  const answers = answersOf(reader);
  const stop = async () => {
    await reader.cancel();
    return answers.return(undefined);
  };
  return { [Symbol.asyncIterator]: () => ({ next: () => answers.next(), return: stop }) };
}

async function* answersOf(reader: ReadableStreamDefaultReader<string>): AsyncGenerator<ExecutionResult, undefined> {
  let rest = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const events = (rest + read.value).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: ?(.+)$/m.exec(event)?.[1];
      if (data) yield JSON.parse(data);
    }
  }
}
