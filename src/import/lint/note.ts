import type { Passage } from '../../evidence/quotation-mark.ts';
import type { Location } from '../../text/yaml-file.ts';
import type { LintArticle } from './article.ts';
import type { LintName } from './lints.ts';

/** Something that an editor should look at; not an error. */
export interface Note {
  readonly lint: LintName | 'silence' | 'text';
  readonly location: Location;
  /** What was found and what to do. */
  readonly message: string;
  /** The passage of the article that it is about. */
  readonly article?: LintArticle;
  readonly span?: Passage;
}
