import type { ComponentChildren } from 'preact';
import type { ActorPageFragment } from '../../generated/operation.ts';
import { ActorLabel, shortNameOf } from '../../part/name.tsx';

export interface ActorHeadingProps {
  readonly actor: ActorPageFragment;
  /** The kind of actor: "Person". */
  readonly what: string;
  /** Shown below the name. */
  readonly children?: ComponentChildren;
}

/** The name of an actor, its original spelling if that differs, and the organisations it speaks for. */
export function ActorHeading({ actor, what, children }: ActorHeadingProps) {
  const own = new Set(actor.aliases.nodes.filter(({ kind }) => kind === 'DIACRITIC').map(({ text }) => text));
  const speaksFor = actor.speaksFor.nodes.filter(({ slug }) => slug !== actor.slug);
  return (
    <header class="heading">
      <p class="eyebrow">{what}</p>
      <h1>{shortNameOf(actor)}</h1>
      {own.size > 0 && <p class="original">Original spelling: {[...own].join(', ')}</p>}
      {children}
      {speaksFor.length > 0 && (
        <p>
          Can speak for{' '}
          {speaksFor.map((organisation, i) => (
            <span key={organisation.slug}>
              {i > 0 && ', '}
              <ActorLabel actor={organisation} />
            </span>
          ))}
        </p>
      )}
    </header>
  );
}
