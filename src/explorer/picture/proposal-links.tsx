import type { EvidenceFragment, LinkRelation, ProposalNameFragment } from '../generated/operation.ts';
import { ProposalName } from '../part/name.tsx';
import { Provenance } from './provenance.tsx';

/** The words for a relation, and for its inverse. */
const WORDS: Readonly<Record<LinkRelation, readonly [string, string]>> = {
  PART_OF: ['is part of', 'contains'],
  COUNTERS: ['counters', 'is countered by'],
  REVISES: ['revises', 'is revised by'],
  ALTERNATIVE_TO: ['is an alternative to', 'has the alternative'],
  CONDITIONAL_ON: ['depends on', 'is a condition of'],
  CONFLICTS_WITH: ['conflicts with', 'conflicts with'],
  ABANDONS: ['gives up', 'is given up by'],
  RATIFIES: ['would ratify', 'would be ratified by'],
  CALLS_FOR: ['calls for', 'is called for by'],
  REQUIRES: ['requires', 'is required by'],
};

type Link = EvidenceFragment & {
  readonly relation: LinkRelation;
};

export interface ProposalLinksProps {
  readonly links: readonly (Link & { readonly target: ProposalNameFragment })[];
  readonly linkedFrom: readonly (Link & { readonly proposal: ProposalNameFragment })[];
}

interface Tie {
  readonly words: string;
  readonly other: ProposalNameFragment;
  readonly links: Link[];
}

/** Related proposals by relation, each with the evidence. */
export function ProposalLinks({ links, linkedFrom }: ProposalLinksProps) {
  const ties = new Map<string, Tie>();
  const add = (link: Link, words: string, other: ProposalNameFragment) => {
    const key = `${words} ${other.slug}`;
    const known = ties.get(key);
    if (known) known.links.push(link);
    else ties.set(key, { words, other, links: [link] });
  };
  for (const link of links) add(link, WORDS[link.relation][0], link.target);
  for (const link of linkedFrom) add(link, WORDS[link.relation][1], link.proposal);
  const words = [...new Set([...ties.values()].map((tie) => tie.words))];
  return (
    <dl class="ties">
      {words.map((word) => (
        <div key={word}>
          <dt>{word}</dt>
          {[...ties]
            .filter(([, tie]) => tie.words === word)
            .map(([key, { other, links: evidence }]) => (
              <dd key={key}>
                <ProposalName proposal={other} />
                <details class="passage">
                  <summary>{evidence.length > 1 ? `${evidence.length} source passages` : 'Source passage'}</summary>
                  {evidence.map((link) => (
                    <div key={link.id} id={link.id}>
                      {link.gloss}
                      <Provenance assertion={link} />
                    </div>
                  ))}
                </details>
              </dd>
            ))}
        </div>
      ))}
    </dl>
  );
}
