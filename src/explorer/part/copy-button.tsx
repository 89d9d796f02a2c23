import { useState } from 'preact/hooks';

/** Copies words with one click. Without scripts it is hidden, and the words can be selected. */
export function CopyButton({ words }: { words: string }) {
  const [copied, setCopied] = useState(false);
  const label = copied ? 'Copied' : 'Copy these words';
  return (
    <button
      type="button"
      class={copied ? 'copy copied' : 'copy'}
      aria-label={label}
      title={label}
      onClick={async () => setCopied(await copy(words))}
      onBlur={() => setCopied(false)}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {copied ? <path d="M2 7.5 5.5 11 12 3.5" /> : <path d="M4.5 4.5v-3h8v8h-3M1.5 4.5h8v8h-8z" />}
      </svg>
    </button>
  );
}

/** Writes to the clipboard; on pages without HTTPS browsers offer only the older command. */
async function copy(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = words;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
