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
