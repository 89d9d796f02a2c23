import { type Answer, addressOfQuery, hashOf } from './ask.ts';
import { LiveDocument, type LiveSubscription } from './generated/operation.ts';

/** A revision of the data: its number, and the checksum of the files it was imported from. */
export type Revision = LiveSubscription['revision'];

export interface Follower {
  /** Called with the current revision, then with each new one, and again after a reconnect. */
  readonly onRevision: (revision: Revision) => void;
  /** The server cannot be reached; the connection is retried until it can. */
  readonly onAway: () => void;
  readonly onBack: () => void;
}

/** Timeout of the health check, in milliseconds. */
const TIMEOUT = 5_000;

/** Whether the server answers. */
export const isReachable = () =>
  fetch('/health', { signal: AbortSignal.timeout(TIMEOUT) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Pauses before the next attempt, in milliseconds. */
const [SHORTEST, LONGEST] = [1_000, 30_000];

/** Subscribes to new revisions. Returns a function that unsubscribes. */
export function followRevisions({ onRevision, onAway, onBack }: Follower): () => void {
  let events: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let pause = SHORTEST;
  const close = () => {
    clearTimeout(again);
    events?.close();
    events = undefined;
  };
  const open = () => {
    close();
    const source = new EventSource(addressOfQuery(hashOf(LiveDocument), {}));
    events = source;
    source.addEventListener('next', ({ data }: MessageEvent<string>) => {
      const { data: answer }: Answer<LiveSubscription> = JSON.parse(data);
      if (answer) onRevision(answer.revision);
    });
    source.addEventListener('open', () => {
      pause = SHORTEST;
      onBack();
    });
    source.addEventListener('error', async () => {
      // A browser reconnects by itself, except after a response that is not a stream: an error from a proxy, or from
      // this server when too many streams are open. In the latter case the page works, but gets no updates.
      const isRejected = source.readyState === EventSource.CLOSED;
      const isAway = !isRejected || !(await isReachable());
      if (source !== events) return;
      if (isAway) onAway();
      else onBack();
      if (!isRejected) return;
      again = setTimeout(open, pause);
      pause = Math.min(pause * 2, LONGEST);
    });
  };
  const onOnline = () => {
    if (events?.readyState === EventSource.OPEN) onBack();
  };
  // A page in the back/forward cache must not hold a connection: a browser opens at most six to a server.
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) open();
  };
  open();
  window.addEventListener('offline', onAway);
  window.addEventListener('online', onOnline);
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', onShow);
  return () => {
    close();
    window.removeEventListener('offline', onAway);
    window.removeEventListener('online', onOnline);
    window.removeEventListener('pagehide', close);
    window.removeEventListener('pageshow', onShow);
  };
}

export interface Refetch<Fresh> {
  readonly ask: () => Promise<Fresh>;
  readonly onFresh: (fresh: Fresh) => void;
  /** There is a newer revision, but fetching it failed. */
  readonly onFailure: () => void;
}

/** Refetches when a newer revision is announced. If answers arrive out of order, only the latest counts. */
export function refetchOnNews<Fresh>(first: Known, { ask, onFresh, onFailure }: Refetch<Fresh>) {
  let known = first;
  let asked: Revision | undefined;
  return async (latest: Revision): Promise<void> => {
    const news = isNews(latest, known);
    known = latest;
    if (!news) return;
    asked = latest;
    const then = await ask().then(
      (fresh) => () => onFresh(fresh),
      () => onFailure,
    );
    if (asked === latest) then();
  };
}

/** What a page knows about the revision it shows: at least the number. */
type Known = Partial<Revision> & Pick<Revision, 'number'>;

/** Whether the data of a revision differs from the revision shown. */
export function isNews(latest: Revision, known: Known): boolean {
  if (known.filesSha256 === undefined) return latest.number !== known.number;
  // With the same files, a lower number means that the database was rebuilt, a higher one that texts were loaded.
  return latest.filesSha256 !== known.filesSha256 || latest.number > known.number;
}
