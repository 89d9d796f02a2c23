import { isThere } from './live.ts';

/**
 * While the server is away, a link to it leads to the browser's own error page. Until the function that this returns
 * is called, a link is followed only where the server is there again; otherwise the page stays, and `onKept` hears so.
 */
export function keepPage(onKept: () => void): () => void {
  const onClick = (event: MouseEvent) => {
    const href = linkOf(event);
    if (href === undefined) return;
    event.preventDefault();
    void isThere().then((there) => (there ? location.assign(href) : onKept()));
  };
  document.addEventListener('click', onClick);
  return () => document.removeEventListener('click', onClick);
}

/** Where a plain click leads on this server, away from this page. */
function linkOf(event: MouseEvent): string | undefined {
  const { button, target, defaultPrevented } = event;
  if (defaultPrevented || button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = target instanceof Element ? target.closest('a[href]') : null;
  if (!link) return;
  const url = new URL(link.getAttribute('href') ?? '', location.href);
  const isHere = url.pathname === location.pathname && url.search === location.search && url.hash !== '';
  return url.origin === location.origin && !isHere ? url.href : undefined;
}
