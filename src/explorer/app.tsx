import { useEffect, useState } from 'preact/hooks';
import type { Address } from './address.ts';
import { ask } from './ask.ts';
import type { Page } from './definition.ts';
import { followKnowledge, isNews, type Knowledge } from './live.ts';
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
    let known: Parameters<typeof isNews>[1] = { number: revision };
    const renew = async (latest: Knowledge) => {
      const news = isNews(latest, known);
      known = latest;
      if (!news) return;
      try {
        const fresh = await ask(page.document, page.variables(address));
        // Newer knowledge came in meanwhile, and is asked for already.
        if (known !== latest) return;
        // What the page was about may be gone; the reader keeps what was there.
        if (page.slug && page.slug(fresh) === null) setNotice('gone');
        else {
          setData(fresh);
          setNotice('new');
        }
      } catch {
        setNotice('stale');
      }
    };
    return followKnowledge({
      onState: (latest) => void renew(latest),
      onAway: () => setNotice('away'),
      onBack: () => setNotice((kind) => (kind === 'away' ? 'none' : kind)),
    });
  }, []);
  useEffect(() => {
    document.title = titleOf(page.title(data, address));
  }, [data]);
  return (
    <Shell address={address} revision={revision} notice={<Notice kind={notice} revision={revision} />}>
      <page.View data={data} address={address} links={state.links} />
    </Shell>
  );
}

/** What stands in a browser's tab. */
export function titleOf(title: string): string {
  return title === 'Onrecord' ? title : `${title} · Onrecord`;
}
