/** Questions that no index answers, since their answer depends on every row of a table: by name, with the reason. */
export const READS_EVERYTHING: Readonly<Record<string, string>> = {};
