import { afterAll } from 'vitest';
import { cleanUp } from './clean-up.ts';

// In a set-up file, because an imported module is evaluated only once per worker, for its first test file.
afterAll(cleanUp);
