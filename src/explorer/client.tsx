import { hydrate } from 'preact';
import { pageAt } from './pages.ts';
import { Shell } from './part/shell.tsx';
import { ROOT, STATE, type State } from './state.ts';

// What a browser runs on every page: what the server has shown comes to life.
const root = document.getElementById(ROOT);
const text = document.getElementById(STATE)?.textContent;
const found = pageAt(new URL(location.href));
if (root && text && found) {
  const { page, address } = found;
  const { data, links, revision }: State = JSON.parse(text);
  hydrate(
    <Shell address={address} revision={revision}>
      <page.View data={data} address={address} links={links} />
    </Shell>,
    root,
  );
}
