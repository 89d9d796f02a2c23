import type { EntryContext } from './entry-context.ts';
import type { EnumValue, When } from './shape.ts';

type WhenColumns<Name extends string> = {
  [P in 'Earliest' | 'Latest' | 'Time' | 'Text' as `${Name}${P}`]: string | null;
} & { [P in 'Basis' as `${Name}${P}`]: EnumValue<'Basis'> | null };

/** The five columns of a When; all null if it is left out. */
export function whenColumns<Name extends string>(
  name: Name,
  when: When | undefined,
  context: EntryContext,
): WhenColumns<Name> {
  if (when) checkWhen(name, when, context);
  return {
    [`${name}Earliest`]: when?.date ?? when?.earliest ?? null,
    [`${name}Latest`]: when?.date ?? when?.latest ?? null,
    [`${name}Time`]: when?.time ?? null,
    [`${name}Text`]: when?.text ?? null,
    [`${name}Basis`]: when?.basis ?? null,
  } as WhenColumns<Name>;
}

/** The inverse of `whenColumns`; null if the columns are null. */
export function whenEntry<Name extends string>(name: Name, row: WhenColumns<Name>): When | null {
  const column = (part: string) => (row as Readonly<Record<string, string | null>>)[`${name}${part}`] ?? undefined;
  const basis = column('Basis') as When['basis'] | undefined;
  if (basis === undefined) return null;
  const [earliest, latest] = [column('Earliest'), column('Latest')];
  const days = earliest === latest ? { date: earliest } : { earliest, latest };
  return { ...days, time: column('Time'), text: column('Text'), basis };
}

function checkWhen(name: string, { date, earliest, latest, time, text }: When, context: EntryContext): void {
  if (date !== undefined && (earliest !== undefined || latest !== undefined)) {
    context.problem('"date" is short for "earliest" and "latest": write either "date" or those two', name, 'date');
  }
  if (earliest !== undefined && latest !== undefined && earliest > latest) {
    context.problem(`the earliest date, ${earliest}, is after the latest, ${latest}`, name, 'earliest');
  }
  if ([date, earliest, latest, time, text].every((part) => part === undefined)) {
    context.problem('this date has nothing but a basis: add what is known or remove it', name);
  }
}
