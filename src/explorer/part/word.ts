import type { DayFragment } from '../generated/operation.ts';

/** An enum's value as people read it: `EXPECTED_TO_OPPOSE` is "expected to oppose". */
export function wordOf(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ');
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** `2025-12-15` as "15 December 2025", wherever the reader is. */
export function dayOf(date: string): string {
  return dayFormat.format(new Date(`${date}T00:00:00Z`));
}

/** A date as far as it is known, with how it is printed where that says more. */
export function whenOf(when: DayFragment | null): string {
  if (!when) return 'no date given';
  const { earliest, latest, text } = when;
  if (earliest && latest) return earliest === latest ? dayOf(earliest) : `${dayOf(earliest)} to ${dayOf(latest)}`;
  if (earliest) return `from ${dayOf(earliest)}`;
  if (latest) return `until ${dayOf(latest)}`;
  return text ?? 'no date given';
}

/** "1 article", "2 articles". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
