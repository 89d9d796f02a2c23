/** @jsxImportSource react */
import { Button, type GraphiQLPlugin, Spinner } from '@graphiql/react';
import { createContext, type ReactNode, use, useState } from 'react';
import { ask, errorsOf, messageOf, readAnswer } from './ask.ts';
import { useCurrent } from './current.ts';
import { ExplainIcon } from './icon.tsx';
import { count, Plan, type Step } from './plan.tsx';

/** The server's explanation of an operation: the maximum number of rows, the SQL and the plan. */
interface Explanation {
  readonly cost: number;
  readonly sql: string;
  readonly values: readonly unknown[];
  readonly plan: readonly {
    readonly Plan: Step;
    /** Milliseconds, after ANALYZE. */
    readonly 'Planning Time'?: number;
    readonly 'Execution Time'?: number;
  }[];
}

type State =
  | { readonly is: 'idle' | 'busy' }
  | { readonly is: 'done'; readonly explanation: Explanation }
  | { readonly is: 'failed'; readonly message: string };

/** `analyze` also runs the statement and measures it. */
type Wanted = 'plan' | 'analyze';

const Explaining = createContext<{ state: State; setState: (state: State) => void }>({
  state: { is: 'idle' },
  setState: () => {},
});

/** Keeps the last explanation while the panel is closed. */
export function ExplainProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<State>({ is: 'idle' });
  return <Explaining value={{ state, setState }}>{children}</Explaining>;
}

export const explainPlugin: GraphiQLPlugin = { title: 'Explain', icon: ExplainIcon, content: ExplainPanel };

/** Explains the operation in the editor, for the panel. */
export function useExplain(): (wanted: Wanted) => Promise<void> {
  const { setState } = use(Explaining);
  const current = useCurrent();
  return async (wanted) => {
    setState({ is: 'busy' });
    try {
      setState({ is: 'done', explanation: await explain(current(), wanted) });
    } catch (error) {
      setState({ is: 'failed', message: messageOf(error) });
    }
  };
}

async function explain({ operation, headers }: ReturnType<ReturnType<typeof useCurrent>>, wanted: Wanted) {
  const asked = { operation, headers: { ...headers, 'x-onrecord-explain': wanted } };
  const answer = await readAnswer(await ask(asked));
  const { explain: explanation } = answer.extensions ?? {};
  if (!explanation)
    throw new Error(errorsOf(answer) ?? 'There is nothing to explain: this operation does not query the database.');
  return { ...explanation, sql: await formatted(explanation.sql) };
}

/** Loads the formatter only when needed, since it is large. */
async function formatted(sql: string): Promise<string> {
  const { formatDialect, postgresql } = await import('sql-formatter');
  return formatDialect(sql, { dialect: postgresql, expressionWidth: 60 });
}

function ExplainPanel() {
  const { state } = use(Explaining);
  const explain = useExplain();
  return (
    <div className="explain">
      <h2 className="graphiql-doc-explorer-title">Explain</h2>
      <p>How the database answers the operation in the editor. “Measure” also runs it.</p>
      <div className="buttons">
        <Button onClick={() => explain('plan')}>Plan</Button>
        <Button onClick={() => explain('analyze')}>Measure</Button>
      </div>
      <div aria-live="polite" aria-busy={state.is === 'busy'}>
        {state.is === 'busy' && <Spinner />}
        {state.is === 'failed' && <p className="failed">{state.message}</p>}
        {state.is === 'done' && <Explained {...state.explanation} />}
      </div>
    </div>
  );
}

function Explained({ cost, sql, values, plan }: Explanation) {
  const [{ 'Planning Time': planning, 'Execution Time': execution } = {}] = plan;
  return (
    <>
      <dl>
        <dt>Cost</dt>
        <dd>{count(cost, 'row')} at most</dd>
        {execution !== undefined && (
          <>
            <dt>Time</dt>
            <dd>
              {execution} ms, plus {planning} ms for planning
            </dd>
          </>
        )}
      </dl>
      <h3>SQL</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard */}
      <pre tabIndex={0}>{sql}</pre>
      {values.length > 0 && (
        <>
          <h3>Values</h3>
          <ol>
            {values.map((value, index) => (
              // Values are identified by position: $1, $2 ...
              <li key={index}>
                <code>{JSON.stringify(value)}</code>
              </li>
            ))}
          </ol>
        </>
      )}
      <h3>Plan</h3>
      <Plan steps={plan.map((one) => one.Plan)} />
    </>
  );
}
