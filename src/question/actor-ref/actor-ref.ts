import type { Types } from '../../schema/output.ts';

/** The input that names one actor. */
export function actorRef({ inputs }: Types) {
  return inputs.maker.make('ActorRef', {
    description: 'One actor, by exactly one of these. Example: { slug: "volodymyr-zelenskyy" }.',
    isOneOf: true,
    fields: () => ({
      id: { type: 'ID', description: 'Its global id.' },
      slug: {
        type: 'String',
        description: 'Its slug, to the letter. One that was merged away finds what took its place.',
      },
    }),
  });
}
