import { defineConfig } from 'prisma/config';

// For Prisma's own command line (`npx prisma migrate status`, `studio` ...), which asks for a server.
// Onrecord itself needs neither: see CONTRIBUTING.md, "Changing the model".
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
