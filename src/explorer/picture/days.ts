/** A range of days since 1 January 1970, both ends included. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

interface Dated {
  readonly earliest: string | null;
  readonly latest: string | null;
}

const DAY = 86_400_000;

/** `2025-12-15` as a number of days since 1970. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}

/** Whether a text is a valid date such as `2025-12-15`. */
export function isDay(text: string | undefined): text is string {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The range of all dates, with a margin of one day on each side; undefined without dates. */
export function spanOf(dates: readonly Dated[]): Days | undefined {
  const days = dates.flatMap(({ earliest, latest }) => [earliest, latest].flatMap((d) => (d ? [dayNumber(d)] : [])));
  if (days.length === 0) return undefined;
  return { from: Math.min(...days) - 1, to: Math.max(...days) + 1 };
}

/** The bar of a date within a range, in percent; `open` if one end is unknown. */
export interface Bar {
  readonly x: number;
  readonly width: number;
  readonly open?: 'start' | 'end';
}

export function barOf({ earliest, latest }: Dated, span: Days): Bar | undefined {
  if (!earliest && !latest) return undefined;
  const from = earliest ? dayNumber(earliest) : span.from;
  const to = latest ? dayNumber(latest) : span.to;
  const x = share(from, span);
  const bar = { x, width: round(share(to + 1, span) - x) };
  if (!earliest) return { ...bar, open: 'start' };
  return latest ? bar : { ...bar, open: 'end' };
}

export interface Tick {
  readonly x: number;
  readonly label: string;
}

/** At most eight labelled ticks: days, Mondays, months or years, depending on the length of the range. */
export function ticksOf(span: Days): readonly Tick[] {
  const length = span.to - span.from + 1;
  const all = Array.from({ length: Math.min(length, 200_000) }, (_, i) => new Date((span.from + i) * DAY));
  const starts = STEPS.map(({ is, label }) => ({ label, days: all.filter(is) })).find(({ days }) => days.length <= 8);
  return (starts?.days ?? []).map((day) => ({
    x: share(day.getTime() / DAY, span),
    label: starts?.label.format(day) ?? '',
  }));
}

const byDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });
const byMonth = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' });
const byYear = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric' });

const first = (day: Date) => day.getUTCDate() === 1;

const STEPS = [
  { is: () => true, label: byDay },
  { is: (day: Date) => day.getUTCDay() === 1, label: byDay },
  { is: first, label: byMonth },
  { is: (day: Date) => first(day) && day.getUTCMonth() % 3 === 0, label: byMonth },
  { is: (day: Date) => first(day) && day.getUTCMonth() === 0, label: byYear },
  { is: (day: Date) => first(day) && day.getUTCMonth() === 0 && day.getUTCFullYear() % 10 === 0, label: byYear },
  { is: (day: Date) => first(day) && day.getUTCMonth() === 0 && day.getUTCFullYear() % 100 === 0, label: byYear },
];

/** Rounded, so that server and browser print the same number. */
function share(day: number, { from, to }: Days): number {
  return round(((day - from) / (to - from + 1)) * 100);
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
