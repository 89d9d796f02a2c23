import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { addressOf } from '../address.ts';
import { ask } from '../ask.ts';
import {
  type ActorNameFragment,
  type PositionWhere,
  type ProposalNameFragment,
  StanceEvidenceDocument,
  type StanceEvidenceQuery,
} from '../generated/operation.ts';
import { ActorLabel, labelOf, ProposalName } from '../part/name.tsx';
import { Rest } from '../part/sections.tsx';
import { Provenance } from './provenance.tsx';
import { StanceTag } from './stance-tag.tsx';

/** The cell whose evidence is shown; if pinned, it stays open until closed. */
export interface Shown {
  readonly anchor: HTMLElement;
  readonly pinned: boolean;
  readonly actor: ActorNameFragment;
  readonly proposal: ProposalNameFragment;
}

export interface StancePopoverProps {
  readonly shown: Shown;
  /** The condition for the positions in the cell. */
  readonly where: PositionWhere;
  readonly close: () => void;
  /** Called when the pointer enters and leaves the popover. */
  readonly stay: () => void;
  readonly leave: () => void;
}

/** A popover with the evidence of one cell. */
export function StancePopover({ shown, where, close, stay, leave }: StancePopoverProps) {
  const { anchor, pinned, actor, proposal } = shown;
  const box = useRef<HTMLDivElement>(null);
  const evidence = useEvidence(shown, where);
  useLayoutEffect(() => {
    if (box.current) place(box.current, anchor);
  }, [anchor, evidence]);
  useLayoutEffect(() => {
    if (pinned) box.current?.focus();
  }, [anchor, pinned]);
  const positions = typeof evidence === 'object' ? evidence : undefined;
  const goBack = () => {
    anchor.focus();
    close();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') goBack();
    };
    const onPointer = ({ target }: Event) => {
      if (target instanceof Node && !box.current?.contains(target) && !anchor.contains(target)) close();
    };
    const onScroll = () => {
      if (box.current) place(box.current, anchor);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('scroll', onScroll, { capture: true });
    };
  }, [anchor, close]);
  return (
    <div
      class="popover"
      ref={box}
      onMouseEnter={stay}
      onMouseLeave={leave}
      onFocusIn={stay}
      role="dialog"
      aria-label={`${labelOf(actor)} on ${proposal.name}`}
      tabIndex={-1}
    >
      <p class="popover-head">
        <ActorLabel actor={actor} /> on <ProposalName proposal={proposal} />
        {pinned && (
          <button type="button" aria-label="Close" onClick={goBack}>
            ×
          </button>
        )}
      </p>
      {evidence === 'none' && <p class="note">The evidence could not be loaded. See the proposal’s page.</p>}
      {positions?.nodes.map((position) => (
        <div class="popover-item" key={position.id}>
          <p>
            <StanceTag stance={position.stance} modality={position.modality} /> {position.gloss}
          </p>
          <Provenance assertion={position} />
          <a href={`${addressOf('proposal', proposal.slug)}#${position.id}`}>Source passage</a>
        </div>
      ))}
      {positions && (
        <Rest shown={positions.nodes.length} total={positions.totalCount}>
          <a href={addressOf('proposal', proposal.slug)}>More on the proposal’s page</a>
        </Rest>
      )}
    </div>
  );
}

type Evidence = StanceEvidenceQuery['positions'];

/** The evidence of a cell: undefined until it has loaded, `none` if that failed. */
function useEvidence({ actor, proposal }: Shown, where: PositionWhere): Evidence | 'none' | undefined {
  const [evidence, setEvidence] = useState<Evidence | 'none'>();
  useEffect(() => {
    setEvidence(undefined);
    const left = new AbortController();
    const cell = { actor: { slug: { eq: actor.slug } }, proposal: { slug: { eq: proposal.slug } } };
    ask(StanceEvidenceDocument, { positions: { AND: [where, cell] } }, left.signal).then(
      ({ positions }) => setEvidence(positions),
      () => left.signal.aborted || setEvidence('none'),
    );
    return () => left.abort();
  }, [actor.slug, proposal.slug]);
  return evidence;
}

/** Places the popover below its anchor, or above if there is no room. In a narrow window the style sheet puts it at the bottom. */
function place(box: HTMLElement, anchor: HTMLElement): void {
  if (matchMedia('(max-width: 40rem)').matches) return;
  const { left, bottom, top } = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = bottom + 6 + height <= innerHeight || top < height + 6;
  box.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 24))}px`;
  box.style.top = `${below ? bottom + 6 : top - height - 6}px`;
}
