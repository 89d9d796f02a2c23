/** @jsxImportSource react */
import type { SVGProps } from 'react';

/** Icons in the style of GraphiQL's: strokes in the text colour. */
const stroke = { viewBox: '0 0 24 24', height: '1em', fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 };
const round = { strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

type IconProps = SVGProps<SVGSVGElement>;

export function QuestionsIcon(props: IconProps) {
  return (
    <svg {...stroke} {...round} aria-hidden="true" {...props}>
      <path d="M4 4h16v12H11l-5 4v-4H4z" />
      <path d="M9.8 8.2a2.2 2.2 0 1 1 3 2c-.6.3-.8.6-.8 1.3M12 13.4v.1" />
    </svg>
  );
}

export function BuilderIcon(props: IconProps) {
  return (
    <svg {...stroke} {...round} aria-hidden="true" {...props}>
      <path d="M4 5h6M4 5v14h6M4 12h6M13 3h7v4h-7zM13 10h7v4h-7zM13 17h7v4h-7z" />
    </svg>
  );
}

export function ExplainIcon(props: IconProps) {
  return (
    <svg {...stroke} {...round} aria-hidden="true" {...props}>
      <path d="M4 20V4M4 20h16M8 16v-4M12 16V7M16 16v-6" />
    </svg>
  );
}

export function CsvIcon(props: IconProps) {
  return (
    <svg {...stroke} {...round} aria-hidden="true" {...props}>
      <path d="M12 3v11M8 10.5l4 4 4-4M4 17v4h16v-4" />
    </svg>
  );
}

export function LinkIcon(props: IconProps) {
  return (
    <svg {...stroke} {...round} aria-hidden="true" {...props}>
      <path d="M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.1-1.1" />
    </svg>
  );
}
