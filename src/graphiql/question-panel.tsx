/** @jsxImportSource react */
import { type GraphiQLPlugin, pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { createContext, type KeyboardEvent, use, useId, useState } from 'react';
import { QuestionsIcon } from './icon.tsx';
import { searchLibrary, useAnswers } from './library-search.ts';
import { isNarrow } from './narrow.ts';
import type { Question } from './setting.ts';

/** The whole library, in the server's order. */
export const Library = createContext<readonly Question[]>([]);

export const questionsPlugin: GraphiQLPlugin = { title: 'Questions', icon: QuestionsIcon, content: QuestionPanel };

function QuestionPanel() {
  const library = use(Library);
  const [searched, setSearched] = useState('');
  const open = useOpenQuestion();
  const { run } = useGraphiQLActions();
  // The editors load after the panels.
  const ready = useGraphiQL(({ queryEditor, responseEditor }) => Boolean(queryEditor && responseEditor));
  const id = useId();
  const answers = useAnswers(library, searched.trim().length > 2);
  const found = searchLibrary(library, searched, answers);
  const groups = [...new Set(found.map(({ group }) => group))];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys only move the focus between its buttons
    <div className="questions" onKeyDown={moveFocus}>
      <h2 className="graphiql-doc-explorer-title">Questions</h2>
      <label htmlFor={id}>Search titles, queries and answers</label>
      <input
        id={id}
        type="search"
        value={searched}
        placeholder="for example: loan, unnamed, Kallas"
        onChange={({ target }) => setSearched(target.value)}
      />
      <p role="status">{countOf(found.length, library.length)}</p>
      {groups.map((group) => (
        <section key={group} aria-label={headingOf(group)}>
          <h3>{headingOf(group)}</h3>
          <ul>
            {found
              .filter((question) => question.group === group)
              .map((question) => (
                <li key={question.query}>
                  <button type="button" data-question disabled={!ready} onClick={() => open(question.query)}>
                    {question.title}
                  </button>
                  <button
                    type="button"
                    className="run"
                    disabled={!ready}
                    aria-label={`Run: ${question.title}`}
                    title="Open and run"
                    onClick={() => {
                      open(question.query);
                      run();
                    }}
                  >
                    <span aria-hidden="true">▶</span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function countOf(found: number, all: number): string {
  if (all === 0) return 'The dataset of this server has no questions.';
  if (found === all) return `${all} questions`;
  return found === 0 ? 'No question contains all these words.' : `${found} of ${all} questions`;
}

function headingOf(group: string): string {
  return group === '' ? 'First questions' : `${group.charAt(0).toUpperCase()}${group.slice(1)}`;
}

/** The arrow keys move from the search field through the questions and back. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, [data-question]')];
  const row = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-question]');
  const at = stops.indexOf(row ?? stops[0] ?? event.currentTarget);
  stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  event.preventDefault();
}

/** Opens a question in the tab that already has it, in the open tab if that is empty, or in a new one. */
function useOpenQuestion(): (query: string) => void {
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL(
    pick('tabs', 'activeTabIndex', 'queryEditor', 'variableEditor'),
  );
  const { addTab, changeTab, setOperationFacts, setVisiblePlugin } = useGraphiQLActions();
  return (query) => {
    const isOpen = queryEditor?.getValue() === query;
    const at = tabs.findIndex((tab, index) => index !== activeTabIndex && tab.query === query);
    if (!isOpen && at >= 0) changeTab(at);
    else if (!isOpen) {
      if (queryEditor?.getValue().trim() || variableEditor?.getValue().trim()) addTab();
      queryEditor?.setValue(query);
    }
    // GraphiQL reads the editor only later, and would run with the previous operation name.
    setOperationFacts(factsOf(query));
    if (isNarrow()) setVisiblePlugin(null);
  };
}

function factsOf(query: string): Parameters<ReturnType<typeof useGraphiQLActions>['setOperationFacts']>[0] {
  try {
    const documentAST = parse(query);
    const operations = documentAST.definitions.filter(
      (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
    );
    const name = operations[0]?.name?.value;
    return { documentAST, operations, ...(name !== undefined && { operationName: name }) };
  } catch {
    return {};
  }
}
