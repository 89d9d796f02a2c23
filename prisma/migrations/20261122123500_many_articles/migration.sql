-- The latest articles first. Prisma cannot say NULLS LAST, which is how every list puts what has no value.
CREATE INDEX "Article_publishedEarliest_latest_idx" ON "Article"("publishedEarliest" DESC NULLS LAST, "id");

-- How many articles give each quote: counted in the index, not by fetching each wording.
DROP INDEX "Wording_quoteId_idx";
CREATE INDEX "Wording_quoteId_articleId_idx" ON "Wording"("quoteId", "articleId");

-- In how many articles assertions of one kind stand: what tells a kind apart (an outlet, an actor) is in a table of its
-- own, so that each had to be fetched here for its article.
CREATE INDEX "Assertion_assertionType_id_articleId_idx" ON "Assertion"("assertionType", "id", "articleId");

-- How many actors take a stance on each proposal: counted in the index as well.
DROP INDEX "Position_proposalId_idx";
CREATE INDEX "Position_proposalId_actorId_assertionType_idx" ON "Position"("proposalId", "actorId", "assertionType");
