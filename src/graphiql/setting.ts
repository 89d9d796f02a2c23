/** A question of the library, as the server reads it from the knowledge folder. */
export interface Question {
  /** The folder that it lies in, relative to `questions/`; empty for the first ones. */
  readonly group: string;
  readonly title: string;
  readonly query: string;
}

/** What this server's page is to know. */
export interface Setting {
  readonly questions: readonly Question[];
  /** Whether the server explains how it answers. */
  readonly mayExplain: boolean;
}

/** Reads what the server wrote into the page. */
export function readSetting(): Setting {
  return JSON.parse(document.getElementById('setting')?.textContent ?? '{"questions":[],"mayExplain":false}');
}
