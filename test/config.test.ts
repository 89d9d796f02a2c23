import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

function refusalOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'accepted';
}

test('an empty environment gives the documented defaults', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 4000,
    databaseUrl: null,
    dataFolder: '.data',
    seedsFolder: 'seeds',
    statementTimeout: 30_000,
    explain: true,
    showTexts: false,
    maxCost: 20_000_000_000,
    maxStreams: 1000,
    documents: null,
    trustedOnly: false,
  });
});

test('every setting is taken from its variable', () => {
  const config = readConfig({
    HOST: '::',
    PORT: '0',
    DATABASE_URL: 'postgresql://me:secret@db.example:5432/onrecord',
    ONRECORD_DATA: 'memory',
    ONRECORD_SEEDS: 'my-knowledge',
    ONRECORD_STATEMENT_TIMEOUT: '500',
    ONRECORD_EXPLAIN: 'off',
    ONRECORD_TEXTS: 'show',
    ONRECORD_MAX_COST: '1000',
    ONRECORD_MAX_STREAMS: '50',
    ONRECORD_DOCUMENTS: 'persisted-documents.json',
    ONRECORD_OPERATIONS: 'trusted',
  });
  expect(config).toEqual({
    host: '::',
    port: 0,
    databaseUrl: 'postgresql://me:secret@db.example:5432/onrecord',
    dataFolder: 'memory',
    seedsFolder: 'my-knowledge',
    statementTimeout: 500,
    explain: false,
    showTexts: true,
    maxCost: 1000,
    maxStreams: 50,
    documents: 'persisted-documents.json',
    trustedOnly: true,
  });
});

test('an empty variable is as good as an unset one, but empty ONRECORD_SEEDS means none', () => {
  const empty = { HOST: '', PORT: '', DATABASE_URL: '', ONRECORD_DATA: '', ONRECORD_STATEMENT_TIMEOUT: '' };
  expect(readConfig(empty)).toEqual(readConfig({}));
  expect(readConfig({ ONRECORD_SEEDS: '' }).seedsFolder).toBeNull();
});

test.each(['65536', '-1', '80.5', 'http', '4000x', ' 4000'])(
  'PORT %j is refused: name, value, what would be right',
  (port) => {
    expect(refusalOf({ PORT: port })).toBe(
      `PORT cannot be ${JSON.stringify(port)}. Give a whole number from 0 to 65535, for example 4000.`,
    );
  },
);

test('a wrong database address is refused without repeating the password', () => {
  const message = refusalOf({ DATABASE_URL: 'mysql://me:secret@localhost/onrecord' });
  expect(message).toContain('DATABASE_URL cannot be what it is. Give an address like postgresql://');
  expect(message).not.toContain('secret');
});

test('every wrong setting is named at once', () => {
  const lines = refusalOf({ PORT: 'x', ONRECORD_STATEMENT_TIMEOUT: '0', HOST: 'a b' }).split('\n');
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['HOST', 'PORT', 'ONRECORD_STATEMENT_TIMEOUT']);
});
