import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { addressOf } from '../address.ts';
import type { ActorNameFragment, ProposalNameFragment, StancePositionFragment } from '../generated/operation.ts';
import { ActorName, ProposalName } from '../part/name.tsx';
import { Provenance } from './provenance.tsx';
import { StanceTag } from './stance-tag.tsx';

/** What is shown of a cell, beside what; pinned when it stays until it is closed. */
export interface Shown {
  readonly anchor: HTMLElement;
  readonly pinned: boolean;
  readonly actor: ActorNameFragment;
  readonly proposal: ProposalNameFragment;
  readonly positions: readonly StancePositionFragment[];
}

export interface StancePopoverProps {
  readonly shown: Shown;
  readonly close: () => void;
  /** The pointer has come onto the evidence, and has left it. */
  readonly stay: () => void;
  readonly leave: () => void;
}

/** The evidence of one cell, beside it. */
export function StancePopover({ shown, close, stay, leave }: StancePopoverProps) {
  const { anchor, pinned, actor, proposal, positions } = shown;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current) place(box.current, anchor);
    if (pinned) box.current?.focus();
  }, [anchor, pinned]);
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
      aria-label={`${actor.name} on ${proposal.name}`}
      tabIndex={-1}
    >
      <p class="popover-head">
        <ActorName actor={actor} /> on <ProposalName proposal={proposal} />
        {pinned && (
          <button type="button" aria-label="Close" onClick={goBack}>
            ×
          </button>
        )}
      </p>
      {positions.map((position) => (
        <div class="popover-item" key={position.id}>
          <p>
            <StanceTag stance={position.stance} modality={position.modality} /> {position.gloss}
          </p>
          <Provenance assertion={position} />
          <a href={`${addressOf('proposal', proposal.slug)}#${position.id}`}>Evidence</a>
        </div>
      ))}
    </div>
  );
}

/** Beside its anchor, below where there is room; a narrow window has it at its foot, by the style sheet. */
function place(box: HTMLElement, anchor: HTMLElement): void {
  if (matchMedia('(max-width: 40rem)').matches) return;
  const { left, bottom, top } = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = bottom + 6 + height <= innerHeight || top < height + 6;
  box.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 24))}px`;
  box.style.top = `${below ? bottom + 6 : top - height - 6}px`;
}
