import { defineConfig } from 'prisma/config';

// For Prisma's own command line (`npx prisma migrate status`, `studio` …), which needs a server.
// Onrecord itself does not use it: see CONTRIBUTING.md, "Changing the model".
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
