/** @jsxImportSource react */
import { ToolbarButton, useGraphiQLActions } from '@graphiql/react';
import { addressOf, LONGEST, useShared } from './address.ts';
import { messageOf } from './ask.ts';
import { saveCsv } from './csv.ts';
import { useCurrent } from './current.ts';
import { explainPlugin, useExplain } from './explain.tsx';
import { CsvIcon, ExplainIcon, LinkIcon } from './icon.tsx';
import { useNotify } from './notice.tsx';

const ICON = { className: 'graphiql-toolbar-icon' };

/** Opens the panel with the plan of what is in the editor. */
export function ExplainButton() {
  const { setVisiblePlugin } = useGraphiQLActions();
  const explain = useExplain();
  const show = () => {
    setVisiblePlugin(explainPlugin);
    void explain('plan');
  };
  return (
    <ToolbarButton label="Explain: cost, SQL and plan" onClick={show}>
      <ExplainIcon {...ICON} />
    </ToolbarButton>
  );
}

/** Saves the list of the operation in the editor as a file. */
export function CsvButton() {
  const current = useCurrent();
  const notify = useNotify();
  const save = async () => {
    try {
      notify({ text: 'The server writes the file …', wrong: false });
      notify({ text: `Saved ${await saveCsv(current())}.`, wrong: false });
    } catch (error) {
      notify({ text: `No CSV: ${messageOf(error)}`, wrong: true });
    }
  };
  return (
    <ToolbarButton label="Export CSV" onClick={() => void save()}>
      <CsvIcon {...ICON} />
    </ToolbarButton>
  );
}

/** Copies the address of what is in the editor, and shows it where the browser lets no page copy. */
export function LinkButton() {
  const path = addressOf(useShared());
  const notify = useNotify();
  const copy = async () => {
    if (!path) {
      const text = `This question is longer than an address may be (${LONGEST} characters): copy the question itself.`;
      notify({ text, wrong: true });
      return;
    }
    const link = `${location.origin}${path}`;
    try {
      await navigator.clipboard.writeText(link);
      notify({ text: 'The link to this question is in the clipboard.', wrong: false });
    } catch {
      notify({ text: link, wrong: false });
    }
  };
  return (
    <ToolbarButton label="Copy link" onClick={() => void copy()}>
      <LinkIcon {...ICON} />
    </ToolbarButton>
  );
}
