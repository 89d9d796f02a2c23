/** What a page has to tell of itself: nothing, that it took in new knowledge, or why it could not. */
export type NoticeKind = 'none' | 'new' | 'away' | 'kept' | 'stale' | 'gone';

const TEXT: Readonly<Record<Exclude<NoticeKind, 'none'>, (revision: number) => string>> = {
  new: (revision) => `New knowledge came in: this page now shows revision ${revision}.`,
  away: (revision) => `The server cannot be reached. You see revision ${revision}; this page goes on by itself.`,
  kept: (revision) =>
    `The server cannot be reached yet, so the link was not followed. You still see revision ${revision}; try again later.`,
  stale: (revision) =>
    `There is new knowledge, but it could not be loaded. You see revision ${revision}: reload to try again.`,
  gone: (revision) => `What this page is about is no longer in the knowledge. You see it as of revision ${revision}.`,
};

/** One line that is read out when it changes. */
export function Notice({ kind, revision }: { kind: NoticeKind; revision: number }) {
  return (
    <p class={`notice ${kind}`} role="status">
      {kind !== 'none' && TEXT[kind](revision)}
    </p>
  );
}
