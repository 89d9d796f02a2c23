import { useEffect, useRef, useState } from 'preact/hooks';
import { addressOf } from '../address.ts';
import type {
  ActorNameFragment,
  Modality,
  PositionWhere,
  ProposalNameFragment,
  Stance,
} from '../generated/operation.ts';
import { ActorLabel, ProposalName } from '../part/name.tsx';
import type { Matrix } from './matrix.ts';
import { countAll, splitByStance } from './matrix.ts';
import { shadeOf, sideId, signOf } from './stance.ts';
import { type Shown, StancePopover } from './stance-popover.tsx';

/** The delay before the evidence closes when the pointer leaves the cell, in milliseconds. */
const PAUSE = 300;

/** The number of an actor's positions with one stance, modality and asserter. */
interface Taken {
  readonly stance: Stance;
  readonly modality: Modality;
  /** Whether the actor, or someone who speaks for it, said so. */
  readonly own: boolean;
  readonly count: number;
}

interface StanceMatrixProps {
  readonly matrix: Matrix<ActorNameFragment, Taken, ProposalNameFragment>;
  /** The condition for the positions in the matrix. */
  readonly where: PositionWhere;
}

/** A matrix of actors and proposals. A cell links to the proposal's page; with scripts, it opens the evidence in place. */
export function StanceMatrix({ matrix, where }: StanceMatrixProps) {
  const { columns, rows } = matrix;
  const table = useRef<HTMLTableElement>(null);
  const [shown, setShown] = useState<Shown>();
  const leaving = useRef<number | undefined>(undefined);
  const stay = () => clearTimeout(leaving.current);
  const close = () => {
    stay();
    setShown(undefined);
  };
  // The pointer crosses a gap between the cell and the evidence.
  const leave = () => {
    stay();
    leaving.current = window.setTimeout(() => setShown((was) => (was?.pinned ? was : undefined)), PAUSE);
  };
  // The arrow keys move between cells.
  useEffect(() => {
    const cells = table.current;
    if (!cells) return;
    const move = (event: KeyboardEvent) => moveFocus(cells, event);
    cells.addEventListener('keydown', move);
    return () => cells.removeEventListener('keydown', move);
  }, []);
  return (
    <>
      <section class="scroll" aria-label="Positions of actors on proposals">
        <table class="matrix" ref={table}>
          <thead>
            <tr>
              <td />
              {columns.map((proposal) => (
                <th key={proposal.slug} scope="col">
                  <div>
                    <ProposalName proposal={proposal} />
                  </div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ actor, name, cells }) => (
              <tr key={actor.slug}>
                <th scope="row">
                  <ActorLabel actor={actor} />
                </th>
                {cells.map((positions, i) => {
                  const proposal = columns[i];
                  return (
                    <td key={proposal?.slug}>
                      {proposal && positions.length > 0 && (
                        <Cell
                          actor={actor}
                          name={name}
                          proposal={proposal}
                          positions={positions}
                          show={(anchor, pinned) => {
                            stay();
                            setShown((was) => (was?.pinned && !pinned ? was : { anchor, pinned, actor, proposal }));
                          }}
                          leave={leave}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown && <StancePopover shown={shown} where={where} close={close} stay={stay} leave={leave} />}
    </>
  );
}

interface CellProps {
  readonly actor: ActorNameFragment;
  readonly name: string;
  readonly proposal: ProposalNameFragment;
  readonly positions: readonly Taken[];
  readonly show: (anchor: HTMLElement, pinned: boolean) => void;
  readonly leave: () => void;
}

function Cell({ actor, name, proposal, positions, show, leave }: CellProps) {
  const parts = splitByStance(positions);
  const words = parts.map(({ stance, positions: those }) => {
    const count = countAll(those);
    const others = countAll(those.filter(({ own }) => !own));
    const whose = others === 0 ? '' : others === count ? ', according to others' : `, ${others} according to others`;
    return `${signOf(stance).word}${count > 1 ? ` (${count} times)` : ''}${whose}`;
  });
  return (
    <a
      class={parts.length > 1 ? 'cell differs' : 'cell'}
      href={`${addressOf('proposal', proposal.slug)}#${parts[0] ? sideId(parts[0].stance, actor.slug) : ''}`}
      onMouseEnter={(event) => show(event.currentTarget, false)}
      onMouseLeave={leave}
      onFocus={(event) => show(event.currentTarget, false)}
      onBlur={leave}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        show(event.currentTarget, true);
      }}
    >
      <span class="hidden">
        {name}, {proposal.name}: {words.join('; elsewhere ')}
      </span>
      {parts.map(({ stance, positions: those }) => (
        <span
          key={stance}
          aria-hidden="true"
          class={[
            shadeOf(stance),
            those.every(({ modality }) => modality !== 'STATED') && 'hedged',
            !isOwn(those) && 'of-others',
          ]
            .filter(Boolean)
            .join(' ')}
        >
          {signOf(stance).letter}
          {countAll(those) > 1 && <small>{countAll(those)}</small>}
        </span>
      ))}
    </a>
  );
}

function isOwn(positions: readonly Taken[]): boolean {
  return positions.some(({ own }) => own);
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** Moves the focus to the next filled cell in the direction of an arrow key. */
function moveFocus(table: HTMLTableElement, event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const from = event.target instanceof Element ? event.target.closest('td') : null;
  if (!step || !from) return;
  const [down, right] = step;
  let row = (from.parentElement as HTMLTableRowElement).rowIndex + down;
  let column = from.cellIndex + right;
  while (row > 0 && row < table.rows.length && column > 0) {
    const cell = table.rows[row]?.cells[column];
    if (!cell) return;
    const link = cell.querySelector('a');
    if (link) {
      event.preventDefault();
      link.focus();
      return;
    }
    row += down;
    column += right;
  }
}
