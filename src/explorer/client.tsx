import { hydrate } from 'preact';
import { App } from './app.tsx';
import { isolateDirections } from './direction.ts';
import { pageAt } from './pages.ts';
import { showProgress } from './progress.ts';
import { ROOT, STATE } from './state.ts';
import { limitTransitions } from './transition.ts';

// The script of every page: hydrates what the server rendered.
const root = document.getElementById(ROOT);
const text = document.getElementById(STATE)?.textContent;
const found = pageAt(new URL(location.href));
isolateDirections();
if (root && text && found) hydrate(<App {...found} state={JSON.parse(text)} />, root);
showProgress();
limitTransitions();
