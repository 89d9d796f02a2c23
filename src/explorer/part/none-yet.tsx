/** Says that the knowledge has none of something (`articles`) at all, and how they come in. */
export function NoneYet({ many }: { many: string }) {
  return (
    <p class="empty">
      The knowledge holds no {many} yet. An editor adds them with an article: see <code>seeds/README.md</code>.
    </p>
  );
}
