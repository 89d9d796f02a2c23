import type { ComponentChildren } from 'preact';
import type { Address } from '../address.ts';
import type { Unknown } from '../definition.ts';
import { isKind, KINDS } from '../kind.ts';
import { addressWith } from '../list.ts';
import type { NamedKind, NameLookup } from '../named.ts';

function wordFor(kind: NamedKind): string {
  return isKind(kind) ? KINDS[kind].one : 'person, organisation or source';
}

export interface UnknownNamesProps {
  readonly unknown: Unknown;
  readonly address: Address;
  /** The parameters to report; all if left out. */
  readonly of?: readonly string[];
  /** Shown if none of them is unknown. */
  readonly children?: ComponentChildren;
}

/** Lists the unknown names in the address, with links to the same page for similar names. */
export function UnknownNames({ unknown, address, of = Object.keys(unknown), children = null }: UnknownNamesProps) {
  const those = of.flatMap((name) => {
    const lookup = unknown[name];
    return lookup ? [{ name, lookup }] : [];
  });
  if (those.length === 0) return <>{children}</>;
  return those.map(({ name, lookup }) => (
    <UnknownName key={name} lookup={lookup} hrefOf={(slug) => addressWith(address, { [name]: slug })} />
  ));
}

function UnknownName({ lookup, hrefOf }: { lookup: NameLookup; hrefOf: (slug: string) => string }) {
  const { kind, text, candidates, count, matches } = lookup;
  const everywhere = `/search?${new URLSearchParams({ q: text })}`;
  return (
    <div class="empty">
      <p>
        {matches ? (
          <>
            “{text}” matches {count} entries. Which one do you mean?
          </>
        ) : (
          <>
            No {wordFor(kind)} called “{text}” found.{' '}
            {candidates.length > 0 ? (
              'Did you mean:'
            ) : (
              <>
                Try <a href={everywhere}>searching everything</a>.
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
          Showing {candidates.length} of {count}: <a href={everywhere}>search for all</a>.
        </p>
      )}
    </div>
  );
}

/** Lists the values in the address that are ignored because they are invalid. */
export function NotUnderstood({ values }: { values: readonly (string | false | undefined)[] }) {
  const those = values.filter(Boolean);
  if (those.length === 0) return null;
  return <p class="note">Ignored invalid values: {those.map((value) => `“${value}”`).join(', ')}.</p>;
}
