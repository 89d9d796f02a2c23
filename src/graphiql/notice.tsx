/** @jsxImportSource react */
import { createContext, type ReactNode, use, useState } from 'react';

/** One thing to tell the visitor, until the next or until it is put away. */
interface Notice {
  readonly text: string;
  readonly wrong: boolean;
}

const Notices = createContext<{ notice: Notice | undefined; notify: (notice: Notice | undefined) => void }>({
  notice: undefined,
  notify: () => {},
});

export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const [notice, notify] = useState<Notice>();
  return <Notices value={{ notice, notify }}>{children}</Notices>;
}

/** Tells the visitor something; undefined takes it away. */
export function useNotify() {
  return use(Notices).notify;
}

/** Shows what there is to tell, and reads it aloud. */
export function NoticeBar() {
  const { notice, notify } = use(Notices);
  return (
    <div className="notice" role={notice?.wrong ? 'alert' : 'status'} data-wrong={notice?.wrong}>
      {notice && (
        <>
          <p>{notice.text}</p>
          <button type="button" className="graphiql-button" onClick={() => notify(undefined)}>
            Close
          </button>
        </>
      )}
    </div>
  );
}
