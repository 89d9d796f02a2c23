import type { ComponentChildren } from 'preact';

/** A page with only a message. */
export function Message({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{children}</p>
    </>
  );
}
