export interface StreamedEvent {
  readonly event: string;
  readonly data: unknown;
}

/** The server-sent events of a response as they arrive, without pings; JSON is parsed. */
export async function* eventsOf(response: Response): AsyncGenerator<StreamedEvent, void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const field = (name: string) =>
        lines
          .find((line) => line.startsWith(`${name}:`))
          ?.slice(name.length + 1)
          .trim();
      const event = field('event');
      const data = field('data');
      if (event !== undefined) yield { event, data: data ? JSON.parse(data) : null };
    }
  }
}
