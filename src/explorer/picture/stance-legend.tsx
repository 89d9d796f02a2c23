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
      <div>
        <dt>Whose words</dt>
        <dd>
          <span class={shadeOf('SUPPORTS')} aria-hidden="true" /> own words
        </dd>
        <dd>
          <span class={`${shadeOf('SUPPORTS')} of-others`} aria-hidden="true" /> according to others
        </dd>
      </div>
    </dl>
  );
}
