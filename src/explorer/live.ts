import { type Answer, addressOfQuestion, hashOf } from './ask.ts';
import { LiveDocument, type LiveSubscription } from './generated/operation.ts';

/** A state of the knowledge: its number, and a checksum of the files that it was made from. */
export type Dataset = LiveSubscription['revision'];

export interface Follower {
  /** At first the present state, then each new one, and the present one again after a break. */
  readonly onState: (state: Dataset) => void;
  /** The server cannot be reached; it is asked again until it can. */
  readonly onAway: () => void;
  readonly onBack: () => void;
}

/** How long an answer may take before the server counts as away, in milliseconds. */
const PATIENCE = 5_000;

/** Whether the server answers. */
export const isThere = () =>
  fetch('/health', { signal: AbortSignal.timeout(PATIENCE) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Pauses before the next attempt, in milliseconds. */
const [SHORTEST, LONGEST] = [1_000, 30_000];

/** Hears of new knowledge until the function that it returns is called. */
export function followDataset({ onState, onAway, onBack }: Follower): () => void {
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
    const source = new EventSource(addressOfQuestion(hashOf(LiveDocument), {}));
    events = source;
    source.addEventListener('next', ({ data }: MessageEvent<string>) => {
      const { data: answer }: Answer<LiveSubscription> = JSON.parse(data);
      if (answer) onState(answer.revision);
    });
    source.addEventListener('open', () => {
      pause = SHORTEST;
      onBack();
    });
    source.addEventListener('error', async () => {
      // A browser tries again by itself, but not after an answer that is no stream: a proxy's while we start, or ours
      // where as many streams are open as may be. Then nothing is wrong with the page; it is only not told of news.
      const isRefused = source.readyState === EventSource.CLOSED;
      const isAway = !isRefused || !(await isThere());
      if (source !== events) return;
      if (isAway) onAway();
      else onBack();
      if (!isRefused) return;
      again = setTimeout(open, pause);
      pause = Math.min(pause * 2, LONGEST);
    });
  };
  const onOnline = () => {
    if (events?.readyState === EventSource.OPEN) onBack();
  };
  // A page that is left must not hold a connection: a browser has six for each server. It may be shown again.
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

export interface Renewal<Fresh> {
  readonly ask: () => Promise<Fresh>;
  readonly onFresh: (fresh: Fresh) => void;
  /** There is new knowledge, but no answer. */
  readonly onFailure: () => void;
}

/** What hears of states of the knowledge, and asks anew when one is news. Where answers overtake each other, that to the latest counts. */
export function renewal<Fresh>(first: Known, { ask, onFresh, onFailure }: Renewal<Fresh>) {
  let known = first;
  let asked: Dataset | undefined;
  return async (latest: Dataset): Promise<void> => {
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

/** What a page knows of the state that it shows: the number at least. */
type Known = Partial<Dataset> & Pick<Dataset, 'number'>;

/** Whether a state holds other knowledge than the one before it. */
export function isNews(latest: Dataset, known: Known): boolean {
  if (known.filesSha256 === undefined) return latest.number !== known.number;
  // The same files again have a smaller number where a database was made anew; texts that were loaded, a greater one.
  return latest.filesSha256 !== known.filesSha256 || latest.number > known.number;
}
