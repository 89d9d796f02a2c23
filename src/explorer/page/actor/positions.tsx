import type { ActorPageFragment } from '../../generated/operation.ts';
import { groupBy } from '../../group.ts';
import { ProposalName } from '../../part/name.tsx';
import { Subject } from '../../part/subject.tsx';

type Position = ActorPageFragment['positions']['nodes'][number];

/** The positions of an actor by proposal; those that others expect it to take are listed separately. */
export function Positions({ positions }: { positions: readonly Position[] }) {
  const expected = positions.filter(isExpected);
  const taken = positions.filter((position) => !isExpected(position));
  return (
    <>
      <ByProposal positions={taken} />
      {expected.length > 0 && (
        <>
          <p class="apart">Expected by others; no position of its own reported:</p>
          <ByProposal positions={expected} />
        </>
      )}
    </>
  );
}

function isExpected({ stance }: Position): boolean {
  return stance === 'EXPECTED_TO_OPPOSE';
}

function ByProposal({ positions }: { positions: readonly Position[] }) {
  return (
    <>
      {[...groupBy(positions, ({ proposal }) => proposal.slug)].map(([slug, group]) => (
        <div key={slug} class="group">
          {group[0] && (
            <h3>
              <ProposalName proposal={group[0].proposal} />
            </h3>
          )}
          {group.map((position) => (
            <Subject key={position.id} assertion={position} />
          ))}
        </div>
      ))}
    </>
  );
}
