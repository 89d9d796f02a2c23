import type { ActorNameFragment, Side, StancePositionFragment } from '../generated/operation.ts';
import { ActorName } from '../part/name.tsx';
import { Place, Provenance } from './provenance.tsx';
import { bySide, type Standing } from './sides.ts';
import { shadeOf, signOf, standingId } from './stance.ts';
import { StanceTag } from './stance-tag.tsx';

type Position = StancePositionFragment & { readonly actor: ActorNameFragment };

interface SideColumnsProps {
  readonly positions: readonly Position[];
  /** How many actors there are on each side where `positions` are not all of them. */
  readonly of?: Readonly<Record<Side | 'EXPECTED', number>> | undefined;
}

/** Who is for, neither and against, each with the evidence; what others merely expect of somebody stands apart. */
export function SideColumns({ positions, of }: SideColumnsProps) {
  return (
    <div class="sides">
      {bySide(positions).map(({ side, word, standing, expected }) => (
        <section key={side} class={`side ${side.toLowerCase()}`} aria-label={word}>
          <h3>
            {word} <HowMany shown={standing.length} of={of?.[side]} />
          </h3>
          <Strip standing={standing} />
          {standing.map((one) => (
            <Stand key={one.slug} side={side} standing={one} />
          ))}
          {standing.length === 0 && !of?.[side] && <p class="note">Nobody, in these articles.</p>}
          {expected.length > 0 && (
            <div class="expected">
              <h4>
                Others expect them to oppose <HowMany shown={expected.length} of={of?.EXPECTED} />
              </h4>
              <Strip standing={expected} />
              {expected.map((one) => (
                <Stand key={one.slug} side={side} standing={one} />
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

/** One square an actor: how many they are, at a glance. */
function Strip({ standing }: { standing: readonly Standing<Position>[] }) {
  return (
    <p class="strip" aria-hidden="true">
      {standing.map(({ slug, positions: [first] }) => {
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

function Stand({ side, standing: { slug, positions, elsewhere } }: { side: Side; standing: Standing<Position> }) {
  const [first] = positions;
  if (!first) return null;
  const others = [...new Set(elsewhere.map(({ stance }) => signOf(stance).word))];
  return (
    <article class="stand" id={standingId(side, slug)}>
      <h4>
        <ActorName actor={first.actor} />
      </h4>
      {others.length > 0 && <p class="note differs-note">Elsewhere: {others.join(', ')}.</p>}
      {positions.map((position) => (
        <div key={position.id} id={position.id} class="stand-item">
          <p>
            <StanceTag stance={position.stance} modality={position.modality} /> {position.gloss}
          </p>
          {position.condition && <p class="condition">The condition: {position.condition}</p>}
          <Provenance assertion={position} />
          <Place assertion={position} />
        </div>
      ))}
    </article>
  );
}
