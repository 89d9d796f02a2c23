import { pageAt } from './pages.ts';

/** Fades to pages of ours alone: a browser gives up a transition to any other document, and calls that a mistake. */
export function limitTransitions(): void {
  window.addEventListener('pageswap', ({ activation, viewTransition }) => {
    const url = activation?.entry.url;
    if (!url || !pageAt(new URL(url))) viewTransition?.skipTransition();
  });
}
