import { Fragment, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, inject, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { isolateDirections } from '../../src/explorer/direction.ts';
import { models } from '../../src/model/model.ts';
import { type App, createApp } from '../../src/server/app.ts';
import type { Assets } from '../../src/server/asset.ts';
import { inventedDatabase } from '../support/database.ts';

const assets: Assets = { folder: '', addressOf: (source) => `/assets/${source}`, has: () => false };
const LETTER = 'א';

isolateDirections();

test.each([
  ['a value between our words', h('p', null, ['Ties of ', 'נועם', ', 3']), '<p>Ties of <bdi>נועם</bdi>, 3</p>'],
  ['a link', h('a', { href: '/' }, 'أحمد'), '<a href="/"><bdi>أحمد</bdi></a>'],
  ['a whole paragraph', h('p', null, 'שלום עולם.'), '<p dir="auto">שלום עולם.</p>'],
  ['a quotation with a direction', h('q', { dir: 'auto' }, ['שלום', '!']), '<q dir="auto">שלום!</q>'],
  ['a part of a list', h(Fragment, null, ['in ', ['a', 'ו']]), 'in a<bdi>ו</bdi>'],
  ['a choice', h('option', null, 'נועם'), '<option dir="auto">נועם</option>'],
  ['a text in a chart', h('text', null, 'נועם'), '<text unicode-bidi="plaintext">נועם</text>'],
  ['a name that changes the direction', h('b', null, '\u202eabc'), '<b><bdi>\u202eabc</bdi></b>'],
  ['our words', h('p', null, ['Ties of ', 'Noam', ', 3']), '<p>Ties of Noam, 3</p>'],
])('%s is isolated', (_, node, html) => {
  expect(renderToString(node as VNode)).toBe(html);
});

const VOID = /^(?:meta|link|input|br|hr|img|wbr|path|line|circle|rect|source)$/;

/** The texts of a page with the letter that no element around them isolates, each with its element. */
function unisolated(html: string): { readonly isolated: number; readonly leaks: readonly string[] } {
  const open: { readonly name: string; readonly isolates: boolean }[] = [];
  const leaks: string[] = [];
  let isolated = 0;
  for (const [, close, name = '', attributes = '', text] of html
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .matchAll(/<(\/?)([a-zA-Z][\w-]*)([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) {
      if (!text.includes(LETTER) || open.some((element) => element.name === 'title')) continue;
      if (open.some(({ isolates }) => isolates)) isolated += 1;
      else leaks.push(`${open.at(-1)?.name}: ${text}`);
    } else if (close) open.pop();
    else if (!VOID.test(name) && !attributes.endsWith('/')) {
      open.push({ name, isolates: name === 'bdi' || /\bdir="auto"|unicode-bidi="plaintext"/.test(attributes) });
    }
  }
  return { isolated, leaks };
}

// One database is enough, since both give the same answers.
test.runIf(inject('templates').kind === 'embedded')(
  'every page isolates every text of a dataset written from right to left',
  async () => {
    const database = await inventedDatabase();
    for (const { table, columns } of Object.values(models)) {
      const texts = Object.entries(columns).flatMap(([name, { sortKey }]) =>
        sortKey && name !== 'body' ? [name] : [],
      );
      if (texts.length === 0) continue;
      const changes = texts.map((name) => `"${name}" = overlay("${name}" placing '${LETTER}' from 1 for 1)`);
      await database.query({ text: `UPDATE "${table}" SET ${changes.join(', ')}`, values: [] });
    }
    const app: App = createApp({ schema: buildSchema(), database, questions: [], assets, log: () => {} });
    const found = new Set(['/', `/search?q=tunnel`]);
    const leaks: string[] = [];
    let total = 0;
    for (const address of found) {
      const response = await app.fetch(`http://localhost${address}`, {
        headers: { accept: 'text/html' },
        redirect: 'manual',
      });
      if (response.status === 301) found.add(response.headers.get('location') ?? '');
      const html = await response.text();
      const page = unisolated(html);
      total += page.isolated;
      leaks.push(...page.leaks.map((leak) => `${address} ${leak}`));
      for (const [, link = ''] of html.matchAll(/<a\b[^>]*\bhref="([^"#]*)/g)) {
        const href = link.replaceAll('&amp;', '&');
        if (href.startsWith('/table?') || (href.startsWith('/') && !/[?]|^\/(graphql|download)|\.jsonld$/.test(href)))
          found.add(href);
      }
    }
    expect([...new Set(leaks)]).toEqual([]);
    expect(found.size).toBeGreaterThan(40);
    expect(total).toBeGreaterThan(500);
  },
  120_000,
);
