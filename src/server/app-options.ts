import type { GraphQLSchema } from 'graphql';
import type { Database } from '../db/database.ts';
import type { Limits } from '../query/limit/limit.ts';
import type { Assets } from './asset.ts';
import type { OpenStreams } from './open-streams.ts';
import type { LibraryQuestion } from './question-library.ts';

export interface AppOptions {
  readonly schema: GraphQLSchema;
  readonly database: Database;
  /** The question library shown in GraphiQL. */
  readonly questions: readonly LibraryQuestion[];
  /** The limits of one request; `DEFAULT_LIMITS` by default. */
  readonly limits?: Limits;
  /** Whether clients may ask for cost, SQL and plan; false by default. */
  readonly mayExplain?: boolean;
  /** The scripts and styles of the web UI and GraphiQL; without them there are no HTML pages. */
  readonly assets?: Assets;
  /** Trusted documents by id, in addition to those of the web UI. */
  readonly documents?: ReadonlyMap<string, string>;
  /** Whether all other documents are rejected; false by default. */
  readonly trustedOnly?: boolean;
  /** The address that the server listens on, and its further names. Checked if the schema shows texts. */
  readonly host?: string;
  readonly hosts?: readonly string[];
  /** Counts and ends event streams. */
  readonly streams?: OpenStreams;
  /** Called with errors that clients must not see: internal ones and failures of the database. */
  readonly log: (error: unknown) => void;
}
