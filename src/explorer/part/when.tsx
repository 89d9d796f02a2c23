import type { DayFragment } from '../generated/operation.ts';
import { inMarks } from './marks.ts';
import { BASIS, whenOf } from './word.ts';
import { Printed } from './words.tsx';

export interface WhenProps {
  readonly when: DayFragment | null;
  /** The article that prints the date; none for an event, which several articles may date. */
  readonly article?: { readonly slug: string };
  readonly none?: string;
  /** Whether to show the day itself: false where it has been shown before. */
  readonly day?: boolean;
}

/** A date as precisely as it is known, with the printed words, and its basis unless the article states it. */
export function When({ when, article, none = 'no date given', day: withDay = true }: WhenProps) {
  if (!when) return <span class="note">{none}</span>;
  const { earliest, latest, time, text, basis } = when;
  const day = whenOf(when);
  return (
    <>
      {withDay && (earliest && earliest === latest ? <time dateTime={earliest}>{day}</time> : day)}
      {text && text !== day && (
        <>
          {' '}
          <span class="note">
            printed as {article ? <Printed article={article}>{text}</Printed> : inMarks(text)}
            {time && !text.includes(time) && `, ${time}`}
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
