import { afterAll } from 'vitest';
import { cleanUp } from './clean-up.ts';

// Here, since a module that the tests import is run for the first file of a worker alone.
afterAll(cleanUp);
