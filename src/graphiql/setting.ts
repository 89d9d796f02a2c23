/** A question of the library, from the dataset folder. */
export interface Question {
  /** Its subfolder of `questions/`; empty for the first questions. */
  readonly group: string;
  readonly title: string;
  readonly query: string;
}

/** The server's settings for this page. */
export interface Setting {
  readonly questions: readonly Question[];
  /** Whether the server allows EXPLAIN. */
  readonly mayExplain: boolean;
}

/** Reads the settings that the server embedded in the page. */
export function readSetting(): Setting {
  return JSON.parse(document.getElementById('setting')?.textContent ?? '{"questions":[],"mayExplain":false}');
}
