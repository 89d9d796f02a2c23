import { useEffect, useState } from 'preact/hooks';
import type { Address } from './address.ts';
import { answerOf } from './answer.ts';
import { askServer } from './ask.ts';
import type { Page, Unknown } from './definition.ts';
import { keepPage } from './keep-page.ts';
import { followDataset, renewal } from './live.ts';
import { Notice, type NoticeKind } from './part/notice.tsx';
import { Shell } from './part/shell.tsx';
import { revisionOf, type State } from './state.ts';

export interface AppProps {
  readonly page: Page;
  readonly address: Address;
  readonly state: State;
}

/** A page as the server shows it, and as the browser keeps it: with new knowledge as it comes in. */
export function App({ page, address, state }: AppProps) {
  const [data, setData] = useState(state.data);
  const [notice, setNotice] = useState<NoticeKind>('none');
  const revision = revisionOf(data);
  useEffect(() => {
    const renew = renewal(
      { number: revision },
      {
        ask: () => answerOf({ page, address }, askServer),
        onFresh: (fresh) => {
          if ('errors' in fresh) setNotice('stale');
          // A name has another meaning now: the server shows which, as whoever comes anew sees it.
          else if ('location' in fresh || !isSame(fresh.unknown, state.unknown)) location.reload();
          // What the page was about may be gone; the reader keeps what was there.
          else if (page.slug && page.slug(fresh.data) === null) setNotice('gone');
          else {
            setData(fresh.data);
            setNotice('new');
          }
        },
        onFailure: () => setNotice('stale'),
      },
    );
    return followDataset({
      onState: (latest) => void renew(latest),
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
      question={state.links.page?.ask}
      open={state.links.page?.ask !== undefined}
      notice={<Notice kind={notice} revision={revision} />}
    >
      <page.View data={data} address={address} unknown={state.unknown} links={state.links} />
    </Shell>
  );
}

function isSame(one: Unknown, other: Unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What stands in a browser's tab. */
export function titleOf(title: string): string {
  return title === 'Onrecord' ? title : `${title} · Onrecord`;
}
