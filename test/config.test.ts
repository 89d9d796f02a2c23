import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

function errorOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'accepted';
}

test('an empty environment means the documented defaults', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 4000,
    databaseUrl: null,
    dataFolder: '.data',
    seedsFolder: 'seeds',
    statementTimeout: 30_000,
    explain: true,
    showTexts: false,
    hosts: [],
    maxCost: 20_000_000_000,
    maxStreams: 1000,
    documents: null,
    trustedOnly: false,
  });
});

test('every setting is read from its variable', () => {
  const config = readConfig({
    HOST: '::',
    PORT: '0',
    DATABASE_URL: 'postgresql://me:secret@db.example:5432/onrecord',
    ONRECORD_DATA: 'memory',
    ONRECORD_SEEDS: 'my-dataset',
    ONRECORD_STATEMENT_TIMEOUT: '500',
    ONRECORD_EXPLAIN: 'off',
    ONRECORD_TEXTS: 'show',
    ONRECORD_HOSTS: 'onrecord.example, www.onrecord.example',
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
    seedsFolder: 'my-dataset',
    statementTimeout: 500,
    explain: false,
    showTexts: true,
    hosts: ['onrecord.example', 'www.onrecord.example'],
    maxCost: 1000,
    maxStreams: 50,
    documents: 'persisted-documents.json',
    trustedOnly: true,
  });
});

test('an empty variable counts as unset, but empty ONRECORD_SEEDS means none', () => {
  const empty = { HOST: '', PORT: '', DATABASE_URL: '', ONRECORD_DATA: '', ONRECORD_STATEMENT_TIMEOUT: '' };
  expect(readConfig(empty)).toEqual(readConfig({}));
  expect(readConfig({ ONRECORD_SEEDS: '' }).seedsFolder).toBeNull();
});

test.each(['65536', '-1', '80.5', 'http', '4000x', ' 4000'])(
  'PORT %j is rejected with its name, its value and what is accepted',
  (port) => {
    expect(errorOf({ PORT: port })).toBe(
      `PORT: invalid value ${JSON.stringify(port)}. Use a whole number from 0 to 65535, for example 4000.`,
    );
  },
);

test('an invalid database URL is rejected without printing the password', () => {
  const message = errorOf({ DATABASE_URL: 'mysql://me:secret@localhost/onrecord' });
  expect(message).toContain('DATABASE_URL: invalid value. Use a URL like postgresql://');
  expect(message).not.toContain('secret');
});

test('all invalid settings are reported together', () => {
  const lines = errorOf({ PORT: 'x', ONRECORD_STATEMENT_TIMEOUT: '0', HOST: 'a b' }).split('\n');
  expect(lines.map((line) => line.split(':')[0])).toEqual(['HOST', 'PORT', 'ONRECORD_STATEMENT_TIMEOUT']);
});
