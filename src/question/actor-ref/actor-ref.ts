import type { Types } from '../../schema/output.ts';

/** The input that identifies one actor. */
export function actorRef({ inputs }: Types) {
  return inputs.maker.make('ActorRef', {
    description: 'One actor, identified by one of these. Example: { slug: "volodymyr-zelenskyy" }.',
    isOneOf: true,
    fields: () => ({
      id: { type: 'ID', description: 'The global id.' },
      slug: {
        type: 'String',
        description: 'The exact slug, current or former.',
      },
    }),
  });
}
