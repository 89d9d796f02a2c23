import { isReachable } from './live.ts';

/**
 * Keeps the page open while the server cannot be reached, where a link would lead to the browser's error page: a click
 * is followed only if the server answers again; otherwise `onKept` is called. Returns a function that stops this.
 */
export function keepPage(onKept: () => void): () => void {
  const onClick = (event: MouseEvent) => {
    const href = linkOf(event);
    if (href === undefined) return;
    event.preventDefault();
    void isReachable().then((reachable) => (reachable ? location.assign(href) : onKept()));
  };
  document.addEventListener('click', onClick);
  return () => document.removeEventListener('click', onClick);
}

/** The target of a plain click on a link to another page of this server. */
function linkOf(event: MouseEvent): string | undefined {
  const { button, target, defaultPrevented } = event;
  if (defaultPrevented || button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = target instanceof Element ? target.closest('a[href]') : null;
  if (!link) return;
  const url = new URL(link.getAttribute('href') ?? '', location.href);
  const isHere = url.pathname === location.pathname && url.search === location.search && url.hash !== '';
  return url.origin === location.origin && !isHere ? url.href : undefined;
}
