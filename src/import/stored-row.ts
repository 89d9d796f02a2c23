import type { TransactionClient } from '../db/database.ts';
import { type ModelName, models } from '../model/model.ts';
import type { AnyRow } from './row.ts';

/** The methods that Prisma's client has for every model. */
interface Delegate {
  findMany(args?: {
    where?: Record<string, unknown>;
    select?: Record<string, boolean>;
    orderBy?: Record<string, 'asc'>;
    take?: number;
  }): Promise<Record<string, unknown>[]>;
  count(): Promise<number>;
}

export function delegate(client: TransactionClient, model: ModelName): Delegate {
  const name = model.charAt(0).toLowerCase() + model.slice(1);
  return (client as unknown as Readonly<Record<string, Delegate>>)[name] as Delegate;
}

/** Converts a row from Prisma's types to the import's types; leaves out columns that were not read. */
export function fromPrisma(model: ModelName, row: Readonly<Record<string, unknown>>): AnyRow {
  return mapColumns(model, row, (value, type) => {
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    return type === 'Decimal' && value !== null ? plainDecimal(value) : value;
  }) as AnyRow;
}

// Prisma's decimals print large and small numbers with an exponent.
function plainDecimal(value: unknown): string {
  const decimal = value as { toFixed?: () => string };
  return decimal.toFixed ? decimal.toFixed() : String(value);
}

function mapColumns(
  model: ModelName,
  row: Readonly<Record<string, unknown>>,
  change: (value: unknown, type: string) => unknown,
): Record<string, unknown> {
  const columns = Object.entries(models[model].columns).filter(([name]) => row[name] !== undefined);
  return Object.fromEntries(columns.map(([name, { type }]) => [name, change(row[name], type)]));
}
