-- Sources are searched by what their article calls them: their names hold the slug of the article too.
ALTER TABLE "Source" ADD COLUMN "printedAsWords" tsvector GENERATED ALWAYS AS ("fullText"("printedAsKey")) STORED;

-- CreateIndex
CREATE INDEX "Source_printedAsKey_trigrams_idx" ON "Source" USING GIN ("printedAsKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Source_printedAsWords_idx" ON "Source" USING GIN ("printedAsWords");
