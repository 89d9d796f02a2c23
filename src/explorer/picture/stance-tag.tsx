import type { Modality, Stance } from '../generated/operation.ts';
import { hedgeOf, shadeOf, signOf } from './stance.ts';

/** A stance with its letter and its words. */
export function StanceTag({ stance, modality }: { stance: Stance; modality: Modality }) {
  const { letter, word } = signOf(stance);
  const hedge = hedgeOf(modality);
  return (
    <span class="stance-tag">
      <span class={shadeOf(stance)} aria-hidden="true">
        {letter}
      </span>{' '}
      {word}
      {hedge && ` (${hedge})`}
    </span>
  );
}
