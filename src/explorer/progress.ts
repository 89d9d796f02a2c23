/** Sets `data-loading` on the document while the next page loads; the style sheet delays the indicator. */
export function showProgress(): void {
  const { dataset } = document.documentElement;
  window.addEventListener('beforeunload', () => {
    dataset.loading = '';
  });
  // A page restored from the back/forward cache still has the attribute.
  window.addEventListener('pageshow', () => {
    delete dataset.loading;
  });
}
