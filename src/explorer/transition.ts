import { pageAt } from './pages.ts';

/** Skips the view transition to any document that is not a page of the web UI: the browser would log an error. */
export function limitTransitions(): void {
  window.addEventListener('pageswap', ({ activation, viewTransition }) => {
    const url = activation?.entry.url;
    if (!url || !pageAt(new URL(url))) viewTransition?.skipTransition();
  });
}
