/** @jsxImportSource react */

/** A step of PostgreSQL's EXPLAIN (FORMAT JSON); the actual values are present after ANALYZE. */
export interface Step {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Plan Rows': number;
  readonly 'Total Cost': number;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Total Time'?: number;
  readonly 'Actual Loops'?: number;
  readonly Plans?: readonly Step[];
}

/** A plan as nested lists, outermost step first. */
export function Plan({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ul className="plan">
      {steps.map((step, index) => (
        // The steps have no names and are never reordered.
        <li key={index}>
          <strong>{nameOf(step)}</strong> <span>{numbersOf(step)}</span>
          {step.Plans && <Plan steps={step.Plans} />}
        </li>
      ))}
    </ul>
  );
}

function nameOf(step: Step): string {
  const relation = step['Relation Name'] ? ` on ${step['Relation Name']}` : '';
  const index = step['Index Name'] ? ` by ${step['Index Name']}` : '';
  return `${step['Node Type']}${relation}${index}`;
}

function numbersOf(step: Step): string {
  const expected = `${count(step['Plan Rows'], 'row')} expected, cost ${step['Total Cost']}`;
  const { 'Actual Rows': rows, 'Actual Total Time': time, 'Actual Loops': loops = 1 } = step;
  if (rows === undefined) return expected;
  const repeated = loops === 1 ? '' : `, ${loops.toLocaleString('en')} times`;
  return `${expected}; ${count(rows, 'row')} in ${time} ms${repeated}`;
}

/** A number with its noun: `1 row`, `1,200 rows`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
