/** Says that the database has none of something (`articles`), and how to add them. */
export function NoneYet({ many }: { many: string }) {
  return (
    <p class="empty">
      There are no {many} yet. An editor adds them with an article: see <code>seeds/README.md</code>.
    </p>
  );
}
