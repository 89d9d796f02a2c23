/** @jsxImportSource react */
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { type GraphiQLPlugin, useGraphiQL } from '@graphiql/react';
import { GraphiQL } from 'graphiql';
import { lazy, Suspense, useEffect } from 'react';
import { AddressInStep, readAddress } from './address.ts';
import { fetcher } from './ask.ts';
import { ExplainProvider, explainPlugin } from './explain.tsx';
import { BuilderIcon } from './icon.tsx';
import { isNarrow } from './narrow.ts';
import { NoticeBar, NoticeProvider } from './notice.tsx';
import { Library, questionsPlugin } from './question-panel.tsx';
import type { Setting } from './setting.ts';
import { CsvButton, ExplainButton, LinkButton } from './toolbar.tsx';
import { welcome } from './welcome.ts';

const BUILDER = 'Query Builder';

const Builder = lazy(async () => {
  const { explorerPlugin } = await import('@graphiql/plugin-explorer');
  await import('@graphiql/plugin-explorer/style.css');
  return { default: explorerPlugin({ title: BUILDER, showAttribution: false }).content };
});

/** Builds a query by ticking fields. */
const builderPlugin: GraphiQLPlugin = {
  title: BUILDER,
  icon: BuilderIcon,
  content: () => (
    <Suspense>
      <Builder />
    </Suspense>
  ),
};

const PLUGINS = [questionsPlugin, builderPlugin, HISTORY_PLUGIN];
const EXPLAINING = [...PLUGINS, explainPlugin];

/** The whole page. The browser keeps the tabs of the last visit. */
export function GraphiqlPage({ questions, mayExplain }: Setting) {
  const shared = readAddress();
  return (
    <Library value={questions}>
      <NoticeProvider>
        <ExplainProvider>
          <GraphiQL
            fetcher={fetcher}
            plugins={mayExplain ? EXPLAINING : PLUGINS}
            defaultQuery={welcome(questions)}
            {...(shared && { initialQuery: shared.query, initialVariables: shared.variables ?? '' })}
            {...(opensLibrary() && { visiblePlugin: questionsPlugin })}
          >
            <GraphiQL.Logo>
              <a className="back" href="/">
                ← Onrecord
              </a>
            </GraphiQL.Logo>
            <GraphiQL.Toolbar>
              {({ prettify, merge, copy }) => (
                <>
                  {prettify}
                  {merge}
                  {copy}
                  {mayExplain && <ExplainButton />}
                  <CsvButton />
                  <LinkButton />
                </>
              )}
            </GraphiQL.Toolbar>
            <GraphiQL.Footer>
              <NoticeBar />
            </GraphiQL.Footer>
            <AddressInStep />
            <EditorOptions />
          </GraphiQL>
        </ExplainProvider>
      </NoticeProvider>
    </Library>
  );
}

/** On a first visit, if the window is wide enough. */
function opensLibrary(): boolean {
  return localStorage.getItem('graphiql:visiblePlugin') === null && !isNarrow();
}

/** GraphiQL's editors use a font that we do not ship, and do not wrap long lines. */
function EditorOptions(): null {
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    headerEditor: state.headerEditor,
    responseEditor: state.responseEditor,
  }));
  useEffect(() => {
    const fontFamily = getComputedStyle(document.documentElement).getPropertyValue('--font-mono');
    for (const editor of [queryEditor, variableEditor, headerEditor, responseEditor])
      editor?.updateOptions({ fontFamily, fontSize: 14, wordWrap: 'on' });
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
  return null;
}
