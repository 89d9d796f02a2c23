import { useEffect, useState } from 'preact/hooks';
import type { Address } from './address.ts';
import { answerOf } from './answer.ts';
import { askServer } from './ask.ts';
import type { Unknown, WebPage } from './definition.ts';
import { keepPage } from './keep-page.ts';
import { followRevisions, refetchOnNews } from './live.ts';
import { Notice, type NoticeKind } from './part/notice.tsx';
import { Shell } from './part/shell.tsx';
import { revisionOf, type State } from './state.ts';

export interface AppProps {
  readonly page: WebPage;
  readonly address: Address;
  readonly state: State;
}

/** A page, rendered on the server and hydrated in the browser, where it follows new revisions. */
export function App({ page, address, state }: AppProps) {
  const [data, setData] = useState(state.data);
  const [notice, setNotice] = useState<NoticeKind>('none');
  const revision = revisionOf(data);
  useEffect(() => {
    const refetch = refetchOnNews(
      { number: revision },
      {
        ask: () => answerOf({ page, address }, askServer),
        onFresh: (fresh) => {
          if ('errors' in fresh) setNotice('stale');
          // A name in the address now matches something else: the server redirects or explains.
          else if ('location' in fresh || !isSame(fresh.unknown, state.unknown)) location.reload();
          // The thing may have been removed; the reader keeps the old data.
          else if (page.slug && page.slug(fresh.data) === null) setNotice('gone');
          else {
            setData(fresh.data);
            setNotice('new');
          }
        },
        onFailure: () => setNotice('stale'),
      },
    );
    return followRevisions({
      onRevision: (latest) => void refetch(latest),
      onAway: () => setNotice((kind) => (kind === 'kept' ? kind : 'away')),
      onBack: () => setNotice((kind) => (kind === 'away' || kind === 'kept' ? 'none' : kind)),
    });
  }, []);
  const isAway = notice === 'away' || notice === 'kept';
  useEffect(() => (isAway ? keepPage(() => setNotice('kept')) : undefined), [isAway]);
  useEffect(() => {
    document.title = titleOf(page.title(data, address));
  }, [data]);
  return (
    <Shell
      address={address}
      revision={revision}
      graphiql={state.links.page?.graphiql}
      open={state.links.page?.graphiql !== undefined}
      notice={<Notice kind={notice} revision={revision} />}
    >
      <page.View data={data} address={address} unknown={state.unknown} links={state.links} />
    </Shell>
  );
}

function isSame(one: Unknown, other: Unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The title of the document, shown in the browser's tab. */
export function titleOf(title: string): string {
  return title === 'Onrecord' ? title : `${title} · Onrecord`;
}
