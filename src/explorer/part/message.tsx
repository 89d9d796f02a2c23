import type { ComponentChildren } from 'preact';

/** A page that has nothing else to show. */
export function Message({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{children}</p>
    </>
  );
}
