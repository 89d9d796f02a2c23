-- The names by which disagreements refer to assertions and wordings.
ALTER TABLE "Assertion" ADD COLUMN "ref" TEXT COLLATE "C";
ALTER TABLE "Assertion" ADD CONSTRAINT "Assertion_ref_check" CHECK ("ref" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Wording" ADD COLUMN "ref" TEXT COLLATE "C";
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_ref_check" CHECK ("ref" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- CreateEnum
CREATE TYPE "DisagreementKind" AS ENUM ('CONTRADICTION', 'DIFFERENT_SCOPE', 'CHANGE_OVER_TIME', 'CERTAINTY', 'WORDING');

-- CreateTable
CREATE TABLE "Disagreement" (
    "id" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "topic" TEXT COLLATE "C" NOT NULL,
    "topicKey" TEXT COLLATE "C" NOT NULL,
    "kind" "DisagreementKind" NOT NULL,
    "topicWords" tsvector GENERATED ALWAYS AS ("fullText"("topicKey")) STORED,

    CONSTRAINT "Disagreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DisagreementAssertion" (
    "disagreementId" TEXT COLLATE "C" NOT NULL,
    "assertionId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "DisagreementAssertion_pkey" PRIMARY KEY ("disagreementId","assertionId")
);

-- CreateTable
CREATE TABLE "DisagreementWording" (
    "disagreementId" TEXT COLLATE "C" NOT NULL,
    "wordingId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "DisagreementWording_pkey" PRIMARY KEY ("disagreementId","wordingId")
);

-- CreateTable
CREATE TABLE "DisagreementArticle" (
    "disagreementId" TEXT COLLATE "C" NOT NULL,
    "articleId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "DisagreementArticle_pkey" PRIMARY KEY ("disagreementId","articleId")
);

-- CreateTable
CREATE TABLE "DisagreementProposal" (
    "disagreementId" TEXT COLLATE "C" NOT NULL,
    "proposalId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "DisagreementProposal_pkey" PRIMARY KEY ("disagreementId","proposalId")
);

-- CreateTable
CREATE TABLE "DisagreementEvent" (
    "disagreementId" TEXT COLLATE "C" NOT NULL,
    "eventId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "DisagreementEvent_pkey" PRIMARY KEY ("disagreementId","eventId")
);

-- CreateTable
CREATE TABLE "DisagreementActor" (
    "disagreementId" TEXT COLLATE "C" NOT NULL,
    "actorId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "DisagreementActor_pkey" PRIMARY KEY ("disagreementId","actorId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Disagreement_slug_key" ON "Disagreement"("slug");

-- CreateIndex
CREATE INDEX "Disagreement_sortKey_id_idx" ON "Disagreement"("sortKey", "id");

-- CreateIndex
CREATE INDEX "Disagreement_topicKey_trigrams_idx" ON "Disagreement" USING GIN ("topicKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Disagreement_topicWords_idx" ON "Disagreement" USING GIN ("topicWords");

-- CreateIndex
CREATE INDEX "DisagreementAssertion_assertionId_idx" ON "DisagreementAssertion"("assertionId");

-- CreateIndex
CREATE INDEX "DisagreementWording_wordingId_idx" ON "DisagreementWording"("wordingId");

-- CreateIndex
CREATE INDEX "DisagreementArticle_articleId_idx" ON "DisagreementArticle"("articleId");

-- CreateIndex
CREATE INDEX "DisagreementProposal_proposalId_idx" ON "DisagreementProposal"("proposalId");

-- CreateIndex
CREATE INDEX "DisagreementEvent_eventId_idx" ON "DisagreementEvent"("eventId");

-- CreateIndex
CREATE INDEX "DisagreementActor_actorId_idx" ON "DisagreementActor"("actorId");

-- AddForeignKey
ALTER TABLE "DisagreementAssertion" ADD CONSTRAINT "DisagreementAssertion_disagreementId_fkey" FOREIGN KEY ("disagreementId") REFERENCES "Disagreement"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "DisagreementAssertion" ADD CONSTRAINT "DisagreementAssertion_assertionId_fkey" FOREIGN KEY ("assertionId") REFERENCES "Assertion"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "DisagreementWording" ADD CONSTRAINT "DisagreementWording_disagreementId_fkey" FOREIGN KEY ("disagreementId") REFERENCES "Disagreement"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "DisagreementWording" ADD CONSTRAINT "DisagreementWording_wordingId_fkey" FOREIGN KEY ("wordingId") REFERENCES "Wording"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "DisagreementArticle" ADD CONSTRAINT "DisagreementArticle_disagreementId_fkey" FOREIGN KEY ("disagreementId") REFERENCES "Disagreement"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "DisagreementArticle" ADD CONSTRAINT "DisagreementArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "DisagreementProposal" ADD CONSTRAINT "DisagreementProposal_disagreementId_fkey" FOREIGN KEY ("disagreementId") REFERENCES "Disagreement"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "DisagreementProposal" ADD CONSTRAINT "DisagreementProposal_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "DisagreementEvent" ADD CONSTRAINT "DisagreementEvent_disagreementId_fkey" FOREIGN KEY ("disagreementId") REFERENCES "Disagreement"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "DisagreementEvent" ADD CONSTRAINT "DisagreementEvent_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "DisagreementActor" ADD CONSTRAINT "DisagreementActor_disagreementId_fkey" FOREIGN KEY ("disagreementId") REFERENCES "Disagreement"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "DisagreementActor" ADD CONSTRAINT "DisagreementActor_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- Disagreements: an id that names its model, a slug, and a topic that says something.
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_id_check" CHECK (starts_with("id", 'Disagreement_'));
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_topic_check" CHECK ("topic" <> '');

-- At the end of a transaction every disagreement has at least two accounts.
CREATE FUNCTION "Disagreement_check"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    disagreement text;
    accounts bigint;
BEGIN
    IF TG_TABLE_NAME = 'Disagreement' THEN
        disagreement := NEW."id";
    ELSE
        disagreement := OLD."disagreementId";
    END IF;
    IF NOT EXISTS (SELECT FROM "Disagreement" WHERE "id" = disagreement) THEN
        RETURN NULL; -- went with it
    END IF;
    SELECT (SELECT count(*) FROM "DisagreementAssertion" WHERE "disagreementId" = disagreement)
        + (SELECT count(*) FROM "DisagreementWording" WHERE "disagreementId" = disagreement) INTO accounts;
    IF accounts < 2 THEN
        RAISE integrity_constraint_violation USING
            MESSAGE = format('Disagreement %s has fewer than two accounts', disagreement),
            TABLE = 'Disagreement', CONSTRAINT = 'Disagreement_accounts_check';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "Disagreement_check" AFTER INSERT OR UPDATE ON "Disagreement" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Disagreement_check"();
CREATE CONSTRAINT TRIGGER "DisagreementAssertion_check" AFTER DELETE ON "DisagreementAssertion" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Disagreement_check"();
CREATE CONSTRAINT TRIGGER "DisagreementWording_check" AFTER DELETE ON "DisagreementWording" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Disagreement_check"();
