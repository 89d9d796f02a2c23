/** The state of a live page: nothing to report, updated, or why it could not be updated. */
export type NoticeKind = 'none' | 'new' | 'away' | 'kept' | 'stale' | 'gone';

const TEXT: Readonly<Record<Exclude<NoticeKind, 'none'>, (revision: number) => string>> = {
  new: (revision) => `This page was updated to data version ${revision}.`,
  away: (revision) => `The server cannot be reached. You see data version ${revision}; this page reconnects by itself.`,
  kept: (revision) =>
    `The server cannot be reached, so the link was not followed. You still see data version ${revision}; try again later.`,
  stale: (revision) =>
    `There is new data, but it could not be loaded. You see data version ${revision}; reload to try again.`,
  gone: (revision) => `This entry has been removed. You see it as of data version ${revision}.`,
};

/** One line, announced by screen readers when it changes. */
export function Notice({ kind, revision }: { kind: NoticeKind; revision: number }) {
  return (
    <p class={`notice ${kind}`} role="status">
      {kind !== 'none' && TEXT[kind](revision)}
    </p>
  );
}
