import type { Builder } from './builder.ts';

export function membership(builder: Builder): void {
  builder.entity('Membership', {
    root: { list: 'memberships' },
    fields: (t) => ({
      member: t.relation('member'),
      memberOf: t.relation('memberOf'),
    }),
  });
}
