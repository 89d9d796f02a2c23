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

/** Opens the panel with the plan of the operation in the editor. */
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

/** Downloads the list of the operation in the editor. */
export function CsvButton() {
  const current = useCurrent();
  const notify = useNotify();
  const save = async () => {
    try {
      notify({ text: 'Preparing the download …', isError: false });
      notify({ text: `Saved ${await saveCsv(current())}.`, isError: false });
    } catch (error) {
      notify({ text: `Download failed: ${messageOf(error)}`, isError: true });
    }
  };
  return (
    <ToolbarButton label="Download CSV" onClick={() => void save()}>
      <CsvIcon {...ICON} />
    </ToolbarButton>
  );
}

/** Copies a link to the operation in the editor, or shows it if the browser does not allow copying. */
export function LinkButton() {
  const path = addressOf(useShared());
  const notify = useNotify();
  const copy = async () => {
    if (!path) {
      const text = `This query is too long for a link (at most ${LONGEST} characters). Copy the query itself.`;
      notify({ text, isError: true });
      return;
    }
    const link = `${location.origin}${path}`;
    try {
      await navigator.clipboard.writeText(link);
      notify({ text: 'Link copied to the clipboard.', isError: false });
    } catch {
      notify({ text: link, isError: false });
    }
  };
  return (
    <ToolbarButton label="Copy link" onClick={() => void copy()}>
      <LinkIcon {...ICON} />
    </ToolbarButton>
  );
}
