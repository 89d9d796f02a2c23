/** @jsxImportSource react */
import { createContext, type ReactNode, use, useState } from 'react';

/** A message to the user, shown until it is closed or replaced. */
interface Notice {
  readonly text: string;
  readonly isError: boolean;
}

const Notices = createContext<{ notice: Notice | undefined; notify: (notice: Notice | undefined) => void }>({
  notice: undefined,
  notify: () => {},
});

export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const [notice, notify] = useState<Notice>();
  return <Notices value={{ notice, notify }}>{children}</Notices>;
}

/** Shows a message; undefined removes it. */
export function useNotify() {
  return use(Notices).notify;
}

/** Shows the message, which screen readers announce. */
export function NoticeBar() {
  const { notice, notify } = use(Notices);
  return (
    <div className="notice" role={notice?.isError ? 'alert' : 'status'} data-error={notice?.isError}>
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
