/** Something that can be chosen: what the address has, and what people read. */
export interface Option {
  readonly value: string;
  readonly name: string;
}

export interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
}

/** A field with what may stand in it: offered, but not all that there is. */
export function Choice({ label, name, value, options }: ChoiceProps) {
  const list = `choices-${name}`;
  return (
    <label class="long">
      {label} <input name={name} value={value} list={list} autocomplete="off" />
      <datalist id={list}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </datalist>
    </label>
  );
}

/** The slug of what somebody has chosen or typed: `Kaja Kallas` is `kaja-kallas`. Of a slug, the same. */
export function slugOf(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/** Says which values in the address were not understood, and that they count for nothing. */
export function NotUnderstood({ values }: { values: readonly (string | false | undefined)[] }) {
  const those = values.filter(Boolean);
  if (those.length === 0) return null;
  return <p class="note">Not understood, and left out: {those.map((value) => `“${value}”`).join(', ')}.</p>;
}
