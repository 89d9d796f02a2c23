-- Few words are changed or added among many that are kept.
CREATE INDEX "WordingPart_change_wordingId_idx" ON "WordingPart"("change", "wordingId");
