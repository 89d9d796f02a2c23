import type { Builder } from './builder.ts';

export function person(builder: Builder): void {
  builder.entity('Person', {
    root: { one: 'person', list: 'people' },
    fields: (t) => ({
      titles: t.connection('titles'),
      credits: t.connection('credits'),
    }),
  });
}
