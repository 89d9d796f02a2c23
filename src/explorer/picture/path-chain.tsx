import { addressOf } from '../address.ts';
import type { ConnectionsQuery, PathKind } from '../generated/operation.ts';
import { ActorLabel, ArticleName, ProposalName } from '../part/name.tsx';
import { countOf } from '../part/word.ts';

type Path = NonNullable<ConnectionsQuery['paths']>[number];
type Step = Path['steps'][number];

const WORDS: Readonly<Record<PathKind, string>> = {
  MET: 'met',
  MENTIONED_TOGETHER: 'named together',
  TITLE: 'title',
  MEMBER: 'same group',
  SAME_SIDE: 'same side',
  OPPOSITE_SIDES: 'opposite sides',
};

/** One documented path: actors, and between them the tie with its evidence. */
export function PathChain({ path }: { path: Path }) {
  const [first] = path.steps;
  if (!first) return null;
  return (
    <ol class="path-chain" aria-label={`A path of ${countOf(path.length, 'step')}`}>
      <li class="station">
        <ActorLabel actor={first.from} />
      </li>
      {path.steps.map((step) => (
        <StepOf key={`${step.from.slug} ${step.to.slug}`} step={step} />
      ))}
    </ol>
  );
}

function StepOf({ step: { kind, to, article, event, proposal } }: { step: Step }) {
  return (
    <>
      <li class={`step ${kind.toLowerCase().replaceAll('_', '-')}`}>
        <strong>{WORDS[kind]}</strong>
        <span>
          {event && (
            <>
              {'at '}
              <a href={addressOf('event', event.slug)}>{event.name}</a>
            </>
          )}
          {proposal && (
            <>
              {'on '}
              <ProposalName proposal={proposal} />
            </>
          )}
          {article && (
            <>
              {event || proposal ? ', according to ' : 'in '}
              <ArticleName article={article} />
            </>
          )}
        </span>
      </li>
      <li class="station">
        <ActorLabel actor={to} />
      </li>
    </>
  );
}
