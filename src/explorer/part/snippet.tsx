/** The words by which something was found, those found marked: HTML that the API promises to be safe to print. */
export function Snippet({ snippet }: { snippet: string }) {
  return <span dangerouslySetInnerHTML={{ __html: snippet }} />;
}
