type MakeStream<T> = (signal: AbortSignal) => AsyncGenerator<T, void>;

export interface StreamLimits {
  /** How many streams may be open at once; 1000 by default. */
  readonly most?: number;
  /** Ends all streams when aborted, for example when the server stops. They never end on their own. */
  readonly ending?: AbortSignal;
}

/** The open event streams. Each ends when its client disconnects, and all end when the server stops. */
export class OpenStreams {
  readonly most: number;
  readonly #ends = new Set<() => void>();
  readonly #ending: AbortSignal;

  constructor({ most = 1000, ending = new AbortController().signal }: StreamLimits = {}) {
    this.most = most;
    this.#ending = ending;
    ending.addEventListener('abort', () => {
      for (const end of this.#ends) end();
    });
  }

  /** Whether the limit is reached. If so, do not call `open`. */
  get isFull(): boolean {
    return this.#ends.size >= this.most;
  }

  /**
   * Opens the stream that `make` returns. It ends when `away` is aborted, the server stops, or the consumer calls
   * `return`. `make` gets a signal that is aborted then, to interrupt a generator that is waiting.
   */
  open<T>(away: AbortSignal, make: MakeStream<T>): AsyncIterableIterator<T, void> {
    const ended = new AbortController();
    const end = () => {
      this.#ends.delete(end);
      away.removeEventListener('abort', end);
      ended.abort();
    };
    this.#ends.add(end);
    away.addEventListener('abort', end);
    if (away.aborted || this.#ending.aborted) end();
    const source = this.#endAfter(make(ended.signal), end);
    return {
      next: () => source.next(),
      return() {
        end();
        return source.return();
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  async *#endAfter<T>(source: AsyncGenerator<T, void>, end: () => void): AsyncGenerator<T, void> {
    try {
      yield* source;
    } finally {
      end();
    }
  }
}
