import type { Builder } from './builder.ts';

export function organisation(builder: Builder): void {
  builder.entity('Organisation', {
    root: { one: 'organisation', list: 'organisations' },
    fields: (t) => ({
      kind: t.column('kind'),
      speakers: t.connection('speakers'),
      members: t.connection('members'),
      titles: t.connection('titles'),
      sources: t.connection('sources'),
    }),
  });
}
