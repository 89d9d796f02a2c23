/**
 * A connection pooler such as PgBouncer lets many clients share few connections. In its transaction mode, each
 * transaction may run on another connection, so settings must be local to a transaction and statements have no names.
 */

/** A parameter of our own, by which a connection shows that the server got its parameters. */
const MARK = 'onrecord.session';

/** SQL that is true on a connection opened with `withOptions`, unless a pooler has dropped its parameters. */
export const IS_SESSION = `coalesce(current_setting('${MARK}', true), '') = 'on'`;

/** Whether a database URL has the parameter by which it names a pooler, as for Prisma. */
export function isPoolerUrl(url: string): boolean {
  return new URL(url).searchParams.get('pgbouncer') === 'true';
}

/** Whether a pooler has rejected a connection because of its parameters. */
export function isRejectedParameter(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('unsupported startup parameter');
}

/** Whether a pooler has rejected a transaction, as PgBouncer does in statement mode. */
export function isWithoutTransactions(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('transaction blocks not allowed');
}

type Settings = Readonly<Record<string, number>>;

/** The URL with settings for its connections. Those that it already has are kept, and win. */
export function withOptions(url: string, settings: Settings): string {
  const whole = new URL(url);
  const given = whole.searchParams.get('options');
  const ours = Object.entries({ [MARK]: 'on', ...settings }).map(([name, value]) => `-c ${name}=${value}`);
  whole.searchParams.set('options', [...ours, ...(given ? [given] : [])].join(' '));
  return whole.href;
}

/**
 * SQL that makes settings for one transaction.
 *
 * @example
 * SET LOCAL random_page_cost = 1.1; SET LOCAL statement_timeout = 30000
 */
export function localSettings(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => `SET LOCAL ${name} = ${value}`)
    .join('; ');
}
