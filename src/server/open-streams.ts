type Make<T> = (signal: AbortSignal) => AsyncGenerator<T, void>;

export interface StreamLimits {
  /** How many may be open at once; 1000 when left out. */
  readonly most?: number;
  /** Ends all when it is aborted, as by a server that stops: they would never end by themselves. */
  readonly ending?: AbortSignal;
}

/** Streams of events that are open: each ends when its reader goes away, and all do when the server stops. */
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

  /** Whether as many are open as may be: then `open` is not to be called. */
  get isFull(): boolean {
    return this.#ends.size >= this.most;
  }

  /**
   * What `make` gives, until `away` is aborted, the server stops or the reader returns it. Its signal is aborted then:
   * a generator that waits for something else would not hear of it.
   */
  open<T>(away: AbortSignal, make: Make<T>): AsyncIterableIterator<T, void> {
    const ended = new AbortController();
    const end = () => {
      this.#ends.delete(end);
      away.removeEventListener('abort', end);
      ended.abort();
    };
    this.#ends.add(end);
    away.addEventListener('abort', end);
    if (away.aborted || this.#ending.aborted) end();
    const source = this.#endingItself(make(ended.signal), end);
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

  async *#endingItself<T>(source: AsyncGenerator<T, void>, end: () => void): AsyncGenerator<T, void> {
    try {
      yield* source;
    } finally {
      end();
    }
  }
}
