import { useEffect, useState } from 'preact/hooks';
import { type ShownHit, shownHit } from './hit.ts';
import { useSuggestions } from './use-suggestion.ts';
import { countOf } from './word.ts';

const LIST = 'search-hits';

type Option = Pick<ShownHit, 'id' | 'kind' | 'href' | 'label' | 'detail'>;

/** The search of every page: a plain form, with suggestions while typing if scripts run. */
export function Search({ query }: { query: string }) {
  const [text, setText] = useState(query);
  // Suggestions are for what the user typed, not for the initial value.
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const { query: answered, found, problem, slow = false } = useSuggestions(typed);
  const options = found ? optionsOf(found, answered) : [];
  const shown = open && (options.length > 0 || problem !== undefined || found !== undefined);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && shown) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    } else if (event.key === 'Enter') {
      const option = shown ? options[active] : undefined;
      if (!option) return;
      event.preventDefault();
      setOpen(false);
      location.assign(option.href);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setTyped(text.trim());
      setOpen(true);
      setActive(nextOf(active, event.key === 'ArrowDown' ? 1 : -1, options.length));
    } else return;
  };

  const combobox = alive && {
    role: 'combobox' as const,
    'aria-autocomplete': 'list' as const,
    'aria-expanded': shown,
    'aria-controls': LIST,
    'aria-activedescendant': shown && active >= 0 ? idOf(active) : undefined,
  };
  return (
    <search>
      <form action="/search" class={slow ? 'search slow' : 'search'}>
        <input
          type="text"
          dir="auto"
          inputMode="search"
          enterKeyHint="search"
          name="q"
          aria-label="Search"
          placeholder="People, quotes, proposals …"
          autocomplete="off"
          maxLength={200}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setTyped(event.currentTarget.value.trim());
            setActive(-1);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
          {...combobox}
        />
        <button type="submit">Search</button>
        {alive && (
          <>
            <div class="hits" hidden={!shown}>
              <div id={LIST} role="listbox" aria-label="Suggestions">
                {options.map((option, i) => (
                  <Choice key={option.id} option={option} id={idOf(i)} active={i === active} />
                ))}
              </div>
              {problem && <p class="note">{problem}</p>}
              {found && options.length === 0 && <p class="note">No results for “{answered}”.</p>}
            </div>
            <p class="hidden" role="status">
              {open && (problem ?? (found && announcementOf(found.totalCount)))}
              {slow && 'Searching …'}
            </p>
          </>
        )}
      </form>
    </search>
  );
}

function Choice({ option, id, active }: { option: Option; id: string; active: boolean }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field that has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
    <div
      id={id}
      role="option"
      aria-selected={active}
      // Keeps the focus in the field, so that the list is still open on mouseup.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => location.assign(option.href)}
    >
      <span class="tag">{option.kind}</span> <span class="label">{option.label}</span>{' '}
      <span class="note">{option.detail}</span>
    </div>
  );
}

/** The hits, and a link to all of them if there are more. */
function optionsOf({ totalCount, nodes }: NonNullable<ReturnType<typeof useSuggestions>['found']>, query: string) {
  const hits: Option[] = nodes.flatMap(({ node }) => shownHit(node) ?? []);
  if (totalCount <= hits.length) return hits;
  const href = `/search?${new URLSearchParams({ q: query })}`;
  return [...hits, { id: 'all', kind: 'all', href, label: `All ${totalCount} results`, detail: '' }];
}

function announcementOf(count: number): string {
  return count === 0 ? 'No results.' : `${countOf(count, 'result')}. Use the arrow keys to choose.`;
}

/** The option `step` places away, wrapping around; -1 is the field itself. */
export function nextOf(active: number, step: 1 | -1, count: number): number {
  const places = count + 1;
  return ((active + 1 + step + places) % places) - 1;
}

function idOf(index: number): string {
  return `search-hit-${index}`;
}
