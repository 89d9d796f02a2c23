/**
 * Prisma's SQL with what our conventions add to each statement:
 *   "name" TEXT NOT NULL            ->  "name" TEXT COLLATE "C" NOT NULL
 *   … FOREIGN KEY … ON UPDATE CASCADE;  ->  … ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
 *   "nameWords" tsvector            ->  "nameWords" tsvector GENERATED ALWAYS AS ("fullText"("nameKey")) STORED
 *   "words" tsvector                ->  "words" tsvector GENERATED ALWAYS AS ("searchWords"(…)) STORED
 *   … ("amount" DESC, "id")         ->  … ("amount" DESC NULLS LAST, "id")
 * @param {string} script
 */
export function asStandardSql(script) {
  return script
    .replaceAll(/("\w+" |SET DATA TYPE )TEXT(\[\])?(?=[ ,;\n])(?! COLLATE)/g, '$1TEXT$2 COLLATE "C"')
    .replaceAll(
      /"(\w+)Words" tsvector(?: DEFAULT [^,\n]*)?(?=[,;\n])/g,
      '"$1Words" tsvector GENERATED ALWAYS AS ("fullText"("$1Key")) STORED',
    )
    .replaceAll(
      /"words" tsvector(?: DEFAULT [^,\n]*)?(?=[,;\n])/g,
      '"words" tsvector GENERATED ALWAYS AS ("searchWords"("language", "own", "body", "related", "further")) STORED',
    )
    .replaceAll(/(FOREIGN KEY \([^;]*?)(?<! DEFERRED);/g, '$1 DEFERRABLE INITIALLY DEFERRED;')
    .replaceAll(/^(CREATE (?:UNIQUE )?INDEX .* DESC)(?=[,)])/gm, '$1 NULLS LAST');
}

const ADD_VALUE = /^-- AlterEnum\n(?:(?:--.*)?\n)*(?:ALTER TYPE "\w+" ADD VALUE '\w+';\n+)+/gm;

/**
 * The script in the order of the migrations that it needs: PostgreSQL cannot use a new value of an enum in the
 * transaction that adds it, so the values come first, by themselves.
 * @param {string} script
 * @returns {{ values: string, rest: string }}
 */
export function splitEnumValues(script) {
  const values = [...script.matchAll(ADD_VALUE)].map(([statement]) => statement.trimEnd());
  return { values: values.map((statement) => `${statement}\n`).join('\n'), rest: script.replaceAll(ADD_VALUE, '') };
}
