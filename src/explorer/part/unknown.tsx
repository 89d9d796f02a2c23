import type { ComponentChildren } from 'preact';
import type { Address } from '../address.ts';
import type { Unknown } from '../definition.ts';
import { addressWith } from '../list.ts';
import type { Meant, NamedKind } from '../named.ts';

const NOBODY: Readonly<Record<NamedKind, string>> = {
  actor: 'Nobody',
  article: 'No article',
  event: 'No event',
  outlet: 'No outlet',
  proposal: 'No proposal',
};

export interface UnknownNamesProps {
  readonly unknown: Unknown;
  readonly address: Address;
  /** The parameters to speak of: all where left out. */
  readonly of?: readonly string[];
  /** What stands there where they name what there is. */
  readonly children?: ComponentChildren;
}

/** Says what the address names that there is not, and leads to the same page with what may be meant. */
export function UnknownNames({ unknown, address, of = Object.keys(unknown), children = null }: UnknownNamesProps) {
  const those = of.flatMap((name) => {
    const meant = unknown[name];
    return meant ? [{ name, meant }] : [];
  });
  if (those.length === 0) return <>{children}</>;
  return those.map(({ name, meant }) => (
    <UnknownName key={name} meant={meant} hrefOf={(slug) => addressWith(address, { [name]: slug })} />
  ));
}

function UnknownName({ meant, hrefOf }: { meant: Meant; hrefOf: (slug: string) => string }) {
  const { kind, text, candidates, count, fits } = meant;
  const everywhere = `/search?${new URLSearchParams({ q: text })}`;
  return (
    <div class="empty">
      <p>
        {fits ? (
          <>
            {count} here fit “{text}”. Which do you mean?
          </>
        ) : (
          <>
            {NOBODY[kind]} here is called “{text}”.{' '}
            {candidates.length > 0 ? (
              'Perhaps you mean:'
            ) : (
              <>
                Perhaps a <a href={everywhere}>search everywhere</a> finds it.
              </>
            )}
          </>
        )}
      </p>
      {candidates.length > 0 && (
        <ul class="plain">
          {candidates.map(({ slug, label, detail }) => (
            <li key={slug}>
              <a href={hrefOf(slug)}>{label}</a> {detail && <span class="note">{detail}</span>}
            </li>
          ))}
        </ul>
      )}
      {count > candidates.length && (
        <p class="note">
          These are {candidates.length} of {count}: <a href={everywhere}>search for all</a>.
        </p>
      )}
    </div>
  );
}

/** Says which values in the address were not understood, and that they count for nothing. */
export function NotUnderstood({ values }: { values: readonly (string | false | undefined)[] }) {
  const those = values.filter(Boolean);
  if (those.length === 0) return null;
  return <p class="note">Not understood, and left out: {those.map((value) => `“${value}”`).join(', ')}.</p>;
}
