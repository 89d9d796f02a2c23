import { addressOf } from '../address.ts';

export interface OutletRef {
  readonly slug: string;
  readonly name: string;
}

export function OutletName({ outlet: { slug, name } }: { outlet: OutletRef }) {
  return <a href={addressOf('outlet', slug)}>{name}</a>;
}

/** Outlets separated by commas, or “not named”. */
export function OutletNames({ outlets }: { outlets: readonly OutletRef[] }) {
  if (outlets.length === 0) return <span class="note">not named</span>;
  return (
    <>
      {outlets.map((outlet, i) => (
        <span key={outlet.slug}>
          {i > 0 && ', '}
          <OutletName outlet={outlet} />
        </span>
      ))}
    </>
  );
}
