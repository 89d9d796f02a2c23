-- The lists of one kind of a base, in their own order: most actors are no organisations, most assertions no titles.
CREATE INDEX "Actor_actorType_sortKey_id_idx" ON "Actor"("actorType", "sortKey", "id");
CREATE INDEX "Assertion_assertionType_sortKey_id_idx" ON "Assertion"("assertionType", "sortKey", "id");

-- What one article asserts of one kind.
DROP INDEX "Assertion_articleId_start_idx";
CREATE INDEX "Assertion_articleId_assertionType_idx" ON "Assertion"("articleId", "assertionType");

-- The greatest amounts first. Prisma cannot say NULLS LAST, which is how every list puts what has no value.
CREATE INDEX "Claim_amount_id_idx" ON "Claim"("amount" DESC NULLS LAST, "id");
