import type { DayFragment } from '../generated/operation.ts';
import { BASIS, whenOf } from './word.ts';

/** A date as precisely as it is known, with the printed words, and its basis unless the article states it. */
export function When({ when, none = 'no date given' }: { when: DayFragment | null; none?: string }) {
  if (!when) return <span class="note">{none}</span>;
  const { earliest, latest, time, text, basis } = when;
  const day = whenOf(when);
  return (
    <>
      {earliest && earliest === latest ? <time dateTime={earliest}>{day}</time> : day}
      {text && text !== day && (
        <>
          {' '}
          <span class="note">
            printed as “{text}”{time && !text.includes(time) && `, ${time}`}
          </span>
        </>
      )}
      {basis !== 'STATED' && (
        <>
          {' '}
          <span class={`basis ${basis.toLowerCase()}`}>{BASIS[basis]}</span>
        </>
      )}
    </>
  );
}
