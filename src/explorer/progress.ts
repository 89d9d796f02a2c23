/** Shows that the next page is on its way, by `data-loading` on the document: the style waits before it shows. */
export function showProgress(): void {
  const { dataset } = document.documentElement;
  window.addEventListener('beforeunload', () => {
    dataset.loading = '';
  });
  // A page that the browser kept comes back as it was left.
  window.addEventListener('pageshow', () => {
    delete dataset.loading;
  });
}
