import { z } from 'zod';

/** One setting: its documentation and its accepted values. */
type Setting<T> = {
  /** The environment variable. */
  name: string;
  /** The default, as a string in the environment; empty for none. */
  default: string;
  /** What it does, in one sentence. */
  about: string;
  /** The accepted values, for the message about an invalid one. */
  accepts: string;
  value: z.ZodType<T, string>;
};

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const orNone = (value: string) => (value === '' ? null : value);

/** All settings by their key in Config. `--help` and docs/settings.md list them. */
export const settings = {
  host: {
    name: 'HOST',
    default: '127.0.0.1',
    about: 'Address that the server listens on; 0.0.0.0 or :: for all networks.',
    accepts: 'a host name or an IP address, for example 127.0.0.1',
    value: z.string().regex(/^[\w.:%-]+$/),
  },
  port: {
    name: 'PORT',
    default: '4000',
    about: 'Port that the server listens on; 0 picks a free one.',
    accepts: 'a whole number from 0 to 65535, for example 4000',
    value: wholeNumber(0, 65_535),
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    default: '',
    about: 'URL of a PostgreSQL database, version 15 or newer; by default the embedded database is used.',
    accepts: 'a URL like postgresql://user:password@host:5432/database',
    value: z.union([z.literal(''), z.url({ protocol: /^postgres(ql)?$/ })]).transform(orNone),
  },
  dataFolder: {
    name: 'ONRECORD_DATA',
    default: '.data',
    about: 'Folder of the embedded database; with "memory" nothing is saved.',
    accepts: 'a folder, for example .data, or memory',
    value: z.string(),
  },
  seedsFolder: {
    name: 'ONRECORD_SEEDS',
    default: 'seeds',
    about: 'Dataset folder, imported by "serve" when it has changed; empty for none.',
    accepts: 'a folder, for example seeds, or nothing',
    value: z.string().transform(orNone),
  },
  statementTimeout: {
    name: 'ONRECORD_STATEMENT_TIMEOUT',
    default: '30000',
    about: 'Milliseconds after which the database cancels a statement.',
    accepts: 'a whole number of milliseconds from 1 to 3600000, for example 30000',
    value: wholeNumber(1, 3_600_000),
  },
  explain: {
    name: 'ONRECORD_EXPLAIN',
    default: 'on',
    about: 'Whether clients may ask for cost, SQL and plan of an operation with the header x-onrecord-explain.',
    accepts: 'on or off',
    value: z.enum(['on', 'off']).transform((value) => value === 'on'),
  },
  showTexts: {
    name: 'ONRECORD_TEXTS',
    default: 'hide',
    about: 'Whether answers include the texts of articles loaded with "import --texts": show or hide.',
    accepts: 'show or hide',
    value: z.enum(['show', 'hide']).transform((value) => value === 'show'),
  },
  hosts: {
    name: 'ONRECORD_HOSTS',
    default: '',
    about: 'Further host names of a server that shows texts, which answers to no others; separated by commas.',
    accepts: 'host names without a port, separated by commas, for example onrecord.example',
    value: z
      .string()
      .regex(/^[\w.:[\]\s,-]*$/)
      .transform((value) => value.split(/[\s,]+/).filter((name) => name !== '')),
  },
  maxCost: {
    name: 'ONRECORD_MAX_COST',
    default: '20000000000',
    about: 'Maximum number of rows in one answer: the product of the page sizes of nested lists.',
    accepts: 'a whole number from 1 to 999999999999999, for example 2000000',
    value: wholeNumber(1, 999_999_999_999_999),
  },
  maxStreams: {
    name: 'ONRECORD_MAX_STREAMS',
    default: '1000',
    about: 'Maximum number of open event streams; each open page of the web UI has one.',
    accepts: 'a whole number from 1 to 1000000, for example 1000',
    value: wholeNumber(1, 1_000_000),
  },
  documents: {
    name: 'ONRECORD_DOCUMENTS',
    default: '',
    about:
      'JSON file with trusted documents by id, which requests may send instead of the text, in addition to those of the web UI.',
    accepts: 'a JSON file, for example persisted-documents.json',
    value: z.string().transform(orNone),
  },
  trustedOnly: {
    name: 'ONRECORD_OPERATIONS',
    default: 'all',
    about: 'Which operations are accepted: all, or only trusted documents (trusted).',
    accepts: 'all or trusted',
    value: z.enum(['all', 'trusted']).transform((value) => value === 'trusted'),
  },
} satisfies Record<string, Setting<unknown>>;

/** The checked settings: folders as given, times in milliseconds, null for none. */
export type Config = { [Key in keyof typeof settings]: z.output<(typeof settings)[Key]['value']> };

/** Invalid settings: the message has one line for each. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads all settings. An empty variable counts as unset, except for ONRECORD_SEEDS, where it means none. Throws a
 * ConfigError that names every invalid setting.
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const problems: string[] = [];
  const read = <T>(setting: Setting<T>): T => {
    const given = environment[setting.name];
    const emptyIsUnset = setting.name !== settings.seedsFolder.name;
    const text = given === undefined || (given === '' && emptyIsUnset) ? setting.default : given;
    const result = setting.value.safeParse(text);
    if (result.success) return result.data;
    // The URL of a database may contain a password, so do not print it.
    const shown = setting.name === settings.databaseUrl.name ? '' : ` ${JSON.stringify(text)}`;
    problems.push(`${setting.name}: invalid value${shown}. Use ${setting.accepts}.`);
    return setting.value.parse(setting.default);
  };
  const config = {
    host: read(settings.host),
    port: read(settings.port),
    databaseUrl: read(settings.databaseUrl),
    dataFolder: read(settings.dataFolder),
    seedsFolder: read(settings.seedsFolder),
    statementTimeout: read(settings.statementTimeout),
    explain: read(settings.explain),
    showTexts: read(settings.showTexts),
    hosts: read(settings.hosts),
    maxCost: read(settings.maxCost),
    maxStreams: read(settings.maxStreams),
    documents: read(settings.documents),
    trustedOnly: read(settings.trustedOnly),
  };
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return config;
}
