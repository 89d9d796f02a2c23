import { SIDES, STANCES, shadeOf } from './stance.ts';

/** What the shades and letters of stances mean, by side. */
export function StanceLegend() {
  return (
    <dl class="legend" aria-label="What the letters mean">
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
