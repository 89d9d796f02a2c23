import { type Answer, addressOfQuestion } from './ask.ts';
import { LiveDocument, type LiveSubscription } from './generated/operation.ts';

export interface Follower {
  /** The state of the knowledge: at first the present one, then each new one. May say the same again. */
  readonly onRevision: (revision: number) => void;
  /** The server cannot be reached. The browser tries again by itself. */
  readonly onAway: () => void;
  readonly onBack: () => void;
}

/** Hears of new knowledge until the function that it returns is called. */
export function followKnowledge({ onRevision, onAway, onBack }: Follower): () => void {
  const events = new EventSource(addressOfQuestion(LiveDocument, {}));
  events.addEventListener('next', ({ data }: MessageEvent<string>) => {
    const { data: answer }: Answer<LiveSubscription> = JSON.parse(data);
    if (answer) onRevision(answer.revision.number);
  });
  events.addEventListener('open', onBack);
  events.addEventListener('error', onAway);
  window.addEventListener('offline', onAway);
  // A page that is left must not hold a connection: a browser has six for each server.
  const close = () => events.close();
  window.addEventListener('pagehide', close);
  return () => {
    close();
    window.removeEventListener('offline', onAway);
    window.removeEventListener('pagehide', close);
  };
}
