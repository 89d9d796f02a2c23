// Prepares the database that a new embedded database starts as: dist/database/. Does nothing if it is up to date.
import { prepareEmbedded } from '../dist/db/embedded.js';

await prepareEmbedded();
