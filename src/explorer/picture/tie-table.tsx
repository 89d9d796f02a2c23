import type { ActorNameFragment } from '../generated/operation.ts';
import { ActorLabel, shortNameOf } from '../part/name.tsx';
import { neighboursOf, TIES, type Ties, uncountedOf } from './ties.ts';

/** The ties as a table: a row for each actor, a column for each kind of tie. */
export function TieTable({ actor, ties }: { actor: ActorNameFragment; ties: Ties }) {
  const neighbours = neighboursOf(ties, Number.POSITIVE_INFINITY);
  if (neighbours.length === 0) return null;
  const kinds = TIES.filter(({ kind }) => ties[kind]);
  return (
    <details class="tie-table">
      <summary>Show as a table</summary>
      <p class="caption">
        The actors with the twelve strongest ties of each kind. An empty cell means no tie of that kind.
        {uncountedOf(ties)}
      </p>
      <table class="list">
        <caption class="hidden">Ties of {shortNameOf(actor)}</caption>
        <thead>
          <tr>
            <th scope="col">Actor</th>
            {kinds.map(({ kind, word, of }) => (
              <th key={kind} scope="col" class="numeric">
                {word} ({of}s)
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {neighbours.map((neighbour) => (
            <tr key={neighbour.actor.slug}>
              <th scope="row">
                <ActorLabel actor={neighbour.actor} />
              </th>
              {kinds.map(({ kind, word }) => (
                <td key={kind} class="numeric" data-label={word}>
                  {neighbour.counts[kind]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
