-- Search: by trigrams (parts of words, words with mistakes) and by full text (words, whatever their form). Both on sort keys,
-- so that accents, case and kinds of hyphens never matter.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A sort key without symbols outside ASCII, which one database takes for letters and another does not, by its locale.
CREATE FUNCTION "plainWords"(key text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN regexp_replace(key, '[\u0080-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f\ufe00-\ufe0f]+', ' ', 'g');

-- The words of a sort key with their places, as the full-text search of English sees them.
CREATE FUNCTION "fullText"(key text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN to_tsvector('pg_catalog.english'::regconfig, "plainWords"(key));

-- What a reader asks for, in the form of web searches: words, "a phrase", or, -not.
CREATE FUNCTION "fullTextQuery"(key text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN websearch_to_tsquery('pg_catalog.english'::regconfig, "plainWords"(key));

-- AlterTable
ALTER TABLE "Actor" ADD COLUMN "nameWords" tsvector GENERATED ALWAYS AS ("fullText"("nameKey")) STORED;

-- AlterTable
ALTER TABLE "Alias" ADD COLUMN "textWords" tsvector GENERATED ALWAYS AS ("fullText"("textKey")) STORED;

-- AlterTable
ALTER TABLE "Article" ADD COLUMN "alternativeHeadlineWords" tsvector GENERATED ALWAYS AS ("fullText"("alternativeHeadlineKey")) STORED,
ADD COLUMN "headlineWords" tsvector GENERATED ALWAYS AS ("fullText"("headlineKey")) STORED,
ADD COLUMN "summaryWords" tsvector GENERATED ALWAYS AS ("fullText"("summaryKey")) STORED;

-- AlterTable
ALTER TABLE "Assertion" ADD COLUMN "glossWords" tsvector GENERATED ALWAYS AS ("fullText"("glossKey")) STORED;

-- AlterTable
ALTER TABLE "Event" ADD COLUMN "nameWords" tsvector GENERATED ALWAYS AS ("fullText"("nameKey")) STORED;

-- AlterTable
ALTER TABLE "Outlet" ADD COLUMN "nameWords" tsvector GENERATED ALWAYS AS ("fullText"("nameKey")) STORED;

-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN "nameWords" tsvector GENERATED ALWAYS AS ("fullText"("nameKey")) STORED,
ADD COLUMN "summaryWords" tsvector GENERATED ALWAYS AS ("fullText"("summaryKey")) STORED;

-- AlterTable
ALTER TABLE "Quote" ADD COLUMN "textWords" tsvector GENERATED ALWAYS AS ("fullText"("textKey")) STORED;

-- AlterTable
ALTER TABLE "Title" ADD COLUMN "textWords" tsvector GENERATED ALWAYS AS ("fullText"("textKey")) STORED;

-- AlterTable
ALTER TABLE "Wording" ADD COLUMN "glossWords" tsvector GENERATED ALWAYS AS ("fullText"("glossKey")) STORED,
ADD COLUMN "textWords" tsvector GENERATED ALWAYS AS ("fullText"("textKey")) STORED;

-- CreateIndex
CREATE INDEX "Actor_nameKey_trigrams_idx" ON "Actor" USING GIN ("nameKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Actor_nameWords_idx" ON "Actor" USING GIN ("nameWords");

-- CreateIndex
CREATE INDEX "Alias_textKey_trigrams_idx" ON "Alias" USING GIN ("textKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Alias_textWords_idx" ON "Alias" USING GIN ("textWords");

-- CreateIndex
CREATE INDEX "Article_publishedEarliest_id_idx" ON "Article"("publishedEarliest", "id");

-- CreateIndex
CREATE INDEX "Article_updatedEarliest_id_idx" ON "Article"("updatedEarliest", "id");

-- CreateIndex
CREATE INDEX "Article_headlineKey_trigrams_idx" ON "Article" USING GIN ("headlineKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Article_alternativeHeadlineKey_trigrams_idx" ON "Article" USING GIN ("alternativeHeadlineKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Article_summaryKey_trigrams_idx" ON "Article" USING GIN ("summaryKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Article_headlineWords_idx" ON "Article" USING GIN ("headlineWords");

-- CreateIndex
CREATE INDEX "Article_alternativeHeadlineWords_idx" ON "Article" USING GIN ("alternativeHeadlineWords");

-- CreateIndex
CREATE INDEX "Article_summaryWords_idx" ON "Article" USING GIN ("summaryWords");

-- CreateIndex
CREATE INDEX "Assertion_glossKey_trigrams_idx" ON "Assertion" USING GIN ("glossKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Assertion_glossWords_idx" ON "Assertion" USING GIN ("glossWords");

-- CreateIndex
CREATE INDEX "Event_whenEarliest_id_idx" ON "Event"("whenEarliest", "id");

-- CreateIndex
CREATE INDEX "Event_nameKey_trigrams_idx" ON "Event" USING GIN ("nameKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Event_nameWords_idx" ON "Event" USING GIN ("nameWords");

-- CreateIndex
CREATE INDEX "Outlet_nameKey_trigrams_idx" ON "Outlet" USING GIN ("nameKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Outlet_nameWords_idx" ON "Outlet" USING GIN ("nameWords");

-- CreateIndex
CREATE INDEX "Proposal_nameKey_trigrams_idx" ON "Proposal" USING GIN ("nameKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Proposal_summaryKey_trigrams_idx" ON "Proposal" USING GIN ("summaryKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Proposal_nameWords_idx" ON "Proposal" USING GIN ("nameWords");

-- CreateIndex
CREATE INDEX "Proposal_summaryWords_idx" ON "Proposal" USING GIN ("summaryWords");

-- CreateIndex
CREATE INDEX "Quote_textKey_trigrams_idx" ON "Quote" USING GIN ("textKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Quote_textWords_idx" ON "Quote" USING GIN ("textWords");

-- CreateIndex
CREATE INDEX "Title_textKey_trigrams_idx" ON "Title" USING GIN ("textKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Title_textWords_idx" ON "Title" USING GIN ("textWords");

-- CreateIndex
CREATE INDEX "Wording_saidEarliest_id_idx" ON "Wording"("saidEarliest", "id");

-- CreateIndex
CREATE INDEX "Wording_textKey_trigrams_idx" ON "Wording" USING GIN ("textKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Wording_glossKey_trigrams_idx" ON "Wording" USING GIN ("glossKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Wording_textWords_idx" ON "Wording" USING GIN ("textWords");

-- CreateIndex
CREATE INDEX "Wording_glossWords_idx" ON "Wording" USING GIN ("glossWords");
