/** A search snippet with the matches marked, as HTML that the API has escaped. */
export function Snippet({ snippet }: { snippet: string }) {
  return <span dangerouslySetInnerHTML={{ __html: snippet }} />;
}
