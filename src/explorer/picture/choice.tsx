import type { ActorNameFragment } from '../generated/operation.ts';
import { labelOf } from '../part/name.tsx';

/** An option of a field: the slug used in the address, and the name shown. */
export interface Option {
  readonly slug: string;
  readonly name: string;
  /** Whether others, not among the options, may have the same name. */
  readonly shared?: boolean;
}

export interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  /** A slug, or a name that was not found. */
  readonly value: string | undefined;
  readonly options: readonly Option[];
  /** The thing with that slug; need not be among the options. */
  readonly chosen?: Option | null | undefined;
}

/** A text field that suggests names, but accepts any; the server redirects from a name to its slug. */
export function Choice({ label, name, value, options, chosen }: ChoiceProps) {
  const list = `choices-${name}`;
  const times = new Map<string, number>();
  for (const option of options) times.set(option.name, (times.get(option.name) ?? 0) + 1);
  const isNamed = (option: Option) => !option.shared && (times.get(option.name) ?? 0) < 2;
  return (
    <label class="long">
      {label}{' '}
      <input
        name={name}
        dir="auto"
        value={chosen && isNamed(chosen) ? chosen.name : value}
        list={list}
        autocomplete="off"
      />
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

/** An actor as an option; an unnamed source has its article too, and is chosen by its slug. */
export function actorOption(actor: ActorNameFragment): Option {
  return { slug: actor.slug, name: labelOf(actor), shared: actor.actorType === 'SOURCE' };
}

/** An article as an option. */
export function articleOption({ slug, shortName }: { slug: string; shortName: string }): Option {
  return { slug, name: shortName };
}
