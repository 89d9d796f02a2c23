-- CreateTable
CREATE TABLE "QuoteAttribution" (
    "quoteId" TEXT COLLATE "C" NOT NULL,
    "actorId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "QuoteAttribution_pkey" PRIMARY KEY ("quoteId","actorId")
);

-- CreateTable
CREATE TABLE "AssertionWording" (
    "assertionId" TEXT COLLATE "C" NOT NULL,
    "wordingId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "AssertionWording_pkey" PRIMARY KEY ("assertionId","wordingId")
);

-- CreateIndex
CREATE INDEX "QuoteAttribution_actorId_idx" ON "QuoteAttribution"("actorId");

-- CreateIndex
CREATE INDEX "AssertionWording_wordingId_idx" ON "AssertionWording"("wordingId");

-- AddForeignKey
ALTER TABLE "QuoteAttribution" ADD CONSTRAINT "QuoteAttribution_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "Quote"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "QuoteAttribution" ADD CONSTRAINT "QuoteAttribution_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "AssertionWording" ADD CONSTRAINT "AssertionWording_assertionId_fkey" FOREIGN KEY ("assertionId") REFERENCES "Assertion"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "AssertionWording" ADD CONSTRAINT "AssertionWording_wordingId_fkey" FOREIGN KEY ("wordingId") REFERENCES "Wording"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
-- The links that the import derives, for rows that already exist
INSERT INTO "QuoteAttribution" ("quoteId", "actorId")
SELECT DISTINCT "quoteId", "speakerId" FROM "Wording" WHERE "speakerId" IS NOT NULL;

INSERT INTO "AssertionWording" ("assertionId", "wordingId")
SELECT a."id", w."id" FROM "Assertion" a JOIN "Wording" w ON w."quoteId" = a."quoteId" AND w."articleId" = a."articleId";
