import { SIDES, STANCES, shadeOf } from './stance.ts';

/** The legend of colours and letters, by side. */
export function StanceLegend() {
  return (
    <dl class="legend" aria-label="Legend">
      {SIDES.map(({ side, word }) => (
        <div key={side}>
          <dt>{word}</dt>
          {STANCES.filter((sign) => sign.side === side).map((sign) => (
            <dd key={sign.stance}>
              <span class={shadeOf(sign.stance)} aria-hidden="true">
                {sign.letter}
              </span>{' '}
              {sign.word}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
