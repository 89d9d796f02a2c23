import type { ActorNameFragment, Side, StancePositionFragment } from '../generated/operation.ts';
import { ActorName } from '../part/name.tsx';
import { Provenance, SourcePassage } from './provenance.tsx';
import { bySide, type SideActor } from './sides.ts';
import { shadeOf, sideId, signOf } from './stance.ts';
import { StanceTag } from './stance-tag.tsx';

type Position = StancePositionFragment & { readonly actor: ActorNameFragment };

/** The labels of the counts; those on the home page and in the list of proposals are the same. */
const WORDS: Readonly<Record<Side, string>> = {
  FOR: 'Actors for',
  NEITHER: 'Actors neither for nor against',
  AGAINST: 'Actors against',
};

interface SideColumnsProps {
  readonly positions: readonly Position[];
  /** The number of actors on each side, if `positions` is only a part. */
  readonly of?: Readonly<Record<Side | 'EXPECTED', number>> | undefined;
}

/** The actors for, neither and against, with the evidence; expected positions are listed separately. */
export function SideColumns({ positions, of }: SideColumnsProps) {
  return (
    <div class="sides">
      {bySide(positions).map(({ side, word, actors, expected }) => (
        <section key={side} class={`side ${side.toLowerCase()}`} aria-label={word}>
          <h3>
            {WORDS[side]} <HowMany shown={actors.length} of={of?.[side]} />
          </h3>
          <Strip actors={actors} />
          {actors.map((actor) => (
            <ActorPositions key={actor.slug} actor={actor} />
          ))}
          {actors.length === 0 && !of?.[side] && <p class="note">No one in these articles.</p>}
          {expected.length > 0 && (
            <div class="expected">
              <h4>
                Actors expected to oppose <HowMany shown={expected.length} of={of?.EXPECTED} />
              </h4>
              <Strip actors={expected} />
              {expected.map((actor) => (
                <ActorPositions key={actor.slug} actor={actor} />
              ))}
            </div>
          )}
        </section>
      ))}
    </div>
  );
}

function HowMany({ shown, of = shown }: { shown: number; of?: number | undefined }) {
  return <span class="number">{shown < of ? `${shown} of ${of}` : shown}</span>;
}

/** One square per actor. */
function Strip({ actors }: { actors: readonly SideActor<Position>[] }) {
  return (
    <p class="strip" aria-hidden="true">
      {actors.map(({ slug, positions: [first] }) => {
        const sign = first && signOf(first.stance);
        return (
          sign && (
            <span key={slug} class={shadeOf(sign.stance)}>
              {sign.letter}
            </span>
          )
        );
      })}
    </p>
  );
}

function ActorPositions({ actor: { slug, positions, elsewhere } }: { actor: SideActor<Position> }) {
  const [first] = positions;
  if (!first) return null;
  const others = [...new Set(elsewhere.map(({ stance }) => signOf(stance).word))];
  return (
    <article class="actor-positions" id={sideId(first.stance, slug)}>
      <h4>
        <ActorName actor={first.actor} />
      </h4>
      {others.length > 0 && <p class="note differs-note">Elsewhere: {others.join(', ')}.</p>}
      {positions.map((position) => (
        <div key={position.id} id={position.id} class="actor-position">
          <p>
            <StanceTag stance={position.stance} modality={position.modality} /> {position.gloss}
          </p>
          {position.condition && <p class="condition">Condition: {position.condition}</p>}
          <Provenance assertion={position} />
          <SourcePassage assertion={position} />
        </div>
      ))}
    </article>
  );
}
