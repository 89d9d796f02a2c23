import type { Builder } from './builder.ts';

export function origin(builder: Builder): void {
  builder.entity('Origin', {
    root: { list: 'origins' },
    fields: (t) => ({ articles: t.connection('articles') }),
  });
}
