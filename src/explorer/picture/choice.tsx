import type { ActorNameFragment } from '../generated/operation.ts';
import { shortNameOf } from '../part/name.tsx';

/** Something that can be chosen: the slug that the address has, and what people read. */
export interface Option {
  readonly slug: string;
  readonly name: string;
  /** Whether others than those offered may be called the same. */
  readonly shared?: boolean;
}

export interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  /** A slug, or what was typed in vain. */
  readonly value: string | undefined;
  readonly options: readonly Option[];
  /** What the slug stands for, which need not be among the options. */
  readonly chosen?: Option | null | undefined;
}

/** A field with what may stand in it, by name: offered, but not all that there is. The server leads from a name to its slug. */
export function Choice({ label, name, value, options, chosen }: ChoiceProps) {
  const list = `choices-${name}`;
  const times = new Map<string, number>();
  for (const option of options) times.set(option.name, (times.get(option.name) ?? 0) + 1);
  const isNamed = (option: Option) => !option.shared && (times.get(option.name) ?? 0) < 2;
  return (
    <label class="long">
      {label}{' '}
      <input name={name} value={chosen && isNamed(chosen) ? chosen.name : value} list={list} autocomplete="off" />
      <datalist id={list}>
        {options.map((option) =>
          isNamed(option) ? (
            <option key={option.slug} value={option.name} />
          ) : (
            <option key={option.slug} value={option.slug}>
              {option.name}
            </option>
          ),
        )}
      </datalist>
    </label>
  );
}

/** An actor to be chosen: an unnamed source may be called like one of another article. */
export function actorOption(actor: ActorNameFragment): Option {
  return { slug: actor.slug, name: shortNameOf(actor), shared: actor.actorType === 'SOURCE' };
}

/** An article to be chosen. */
export function articleOption({ slug, headline }: { slug: string; headline: string }): Option {
  return { slug, name: headline };
}
