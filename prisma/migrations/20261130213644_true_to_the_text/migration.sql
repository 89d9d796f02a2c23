-- CreateEnum
CREATE TYPE "AnnotationLevel" AS ENUM ('QUOTATIONS', 'POSITIONS', 'FULL');

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "annotated" "AnnotationLevel",
ADD COLUMN     "shortName" TEXT COLLATE "C",
ADD COLUMN     "shortNameKey" TEXT COLLATE "C";

-- Until the next import.
UPDATE "Article" SET "shortName" = "headline", "shortNameKey" = "headlineKey";
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE "Article" ALTER COLUMN "shortName" SET NOT NULL,
ALTER COLUMN "shortNameKey" SET NOT NULL;

-- AlterTable
ALTER TABLE "Assertion" ADD COLUMN     "whenBasis" "Basis",
ADD COLUMN     "whenEarliest" DATE,
ADD COLUMN     "whenLatest" DATE,
ADD COLUMN     "whenText" TEXT COLLATE "C",
ADD COLUMN     "whenTextKey" TEXT COLLATE "C",
ADD COLUMN     "whenTime" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "Disagreement" ADD COLUMN     "assumption" TEXT COLLATE "C",
ADD COLUMN     "assumptionKey" TEXT COLLATE "C",
ADD COLUMN     "basis" "Basis" NOT NULL DEFAULT 'STATED';
ALTER TABLE "Disagreement" ALTER COLUMN "basis" DROP DEFAULT;

-- AlterTable
ALTER TABLE "Mention" ADD COLUMN     "paragraph" INTEGER;

-- A condition makes a position NEITHER.
ALTER TABLE "Position" DROP CONSTRAINT "Position_side_check";
UPDATE "Position" SET "side" = 'NEITHER' WHERE "condition" IS NOT NULL;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE "Position" ADD CONSTRAINT "Position_side_check" CHECK ("side" = CASE
    WHEN "condition" IS NOT NULL THEN 'NEITHER'::"Side"
    WHEN "stance" IN ('PROPOSES', 'SUPPORTS', 'ACCEPTS') THEN 'FOR'::"Side"
    WHEN "stance" = 'OPPOSES' THEN 'AGAINST'::"Side"
    ELSE 'NEITHER'::"Side" END);

-- AlterTable
ALTER TABLE "Title" ADD COLUMN     "shared" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "SourceMember" (
    "sourceId" TEXT COLLATE "C" NOT NULL,
    "actorId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "SourceMember_pkey" PRIMARY KEY ("sourceId","actorId")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "disagreementId" TEXT COLLATE "C" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "says" TEXT COLLATE "C",
    "saysKey" TEXT COLLATE "C",

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountAssertion" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "assertionId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "AccountAssertion_pkey" PRIMARY KEY ("accountId","assertionId")
);

-- CreateTable
CREATE TABLE "AccountWording" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "wordingId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "AccountWording_pkey" PRIMARY KEY ("accountId","wordingId")
);

-- CreateTable
CREATE TABLE "AccountArticle" (
    "accountId" TEXT COLLATE "C" NOT NULL,
    "articleId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "AccountArticle_pkey" PRIMARY KEY ("accountId","articleId")
);

-- CreateTable
CREATE TABLE "Contrast" (
    "id" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "disagreementId" TEXT COLLATE "C" NOT NULL,
    "accountId" TEXT COLLATE "C" NOT NULL,
    "otherId" TEXT COLLATE "C" NOT NULL,
    "kind" "DisagreementKind" NOT NULL,

    CONSTRAINT "Contrast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dataset" (
    "id" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "titleKey" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C" NOT NULL,
    "descriptionKey" TEXT COLLATE "C" NOT NULL,
    "annotators" TEXT[] COLLATE "C",
    "licence" TEXT COLLATE "C",
    "licenceKey" TEXT COLLATE "C",

    CONSTRAINT "Dataset_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SourceMember_actorId_idx" ON "SourceMember"("actorId");

-- CreateIndex
CREATE INDEX "Account_sortKey_id_idx" ON "Account"("sortKey", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Account_disagreementId_ordinal_key" ON "Account"("disagreementId", "ordinal");

-- CreateIndex
CREATE INDEX "AccountAssertion_assertionId_idx" ON "AccountAssertion"("assertionId");

-- CreateIndex
CREATE INDEX "AccountWording_wordingId_idx" ON "AccountWording"("wordingId");

-- CreateIndex
CREATE INDEX "AccountArticle_articleId_idx" ON "AccountArticle"("articleId");

-- CreateIndex
CREATE INDEX "Contrast_sortKey_id_idx" ON "Contrast"("sortKey", "id");

-- CreateIndex
CREATE INDEX "Contrast_disagreementId_idx" ON "Contrast"("disagreementId");

-- CreateIndex
CREATE INDEX "Contrast_otherId_idx" ON "Contrast"("otherId");

-- CreateIndex
CREATE UNIQUE INDEX "Contrast_accountId_otherId_key" ON "Contrast"("accountId", "otherId");

-- CreateIndex
CREATE INDEX "Dataset_sortKey_id_idx" ON "Dataset"("sortKey", "id");

-- Dates are ordered by their first possible day, which for an open start is the latest one.
CREATE INDEX "Article_published_first_idx" ON "Article"((COALESCE("publishedEarliest", "publishedLatest")), "id");
CREATE INDEX "Article_published_first_desc_idx" ON "Article"((COALESCE("publishedEarliest", "publishedLatest")) DESC NULLS LAST, "id");
CREATE INDEX "Article_updated_first_idx" ON "Article"((COALESCE("updatedEarliest", "updatedLatest")), "id");
CREATE INDEX "Event_when_first_idx" ON "Event"((COALESCE("whenEarliest", "whenLatest")), "id");
CREATE INDEX "Wording_said_first_idx" ON "Wording"((COALESCE("saidEarliest", "saidLatest")), "id");
CREATE INDEX "Assertion_when_first_idx" ON "Assertion"((COALESCE("whenEarliest", "whenLatest")), "id");

-- CreateIndex
CREATE INDEX "Assertion_whenEarliest_id_idx" ON "Assertion"("whenEarliest", "id");

-- AddForeignKey
ALTER TABLE "SourceMember" ADD CONSTRAINT "SourceMember_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "SourceMember" ADD CONSTRAINT "SourceMember_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_disagreementId_fkey" FOREIGN KEY ("disagreementId") REFERENCES "Disagreement"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "AccountAssertion" ADD CONSTRAINT "AccountAssertion_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "AccountAssertion" ADD CONSTRAINT "AccountAssertion_assertionId_fkey" FOREIGN KEY ("assertionId") REFERENCES "Assertion"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "AccountWording" ADD CONSTRAINT "AccountWording_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "AccountWording" ADD CONSTRAINT "AccountWording_wordingId_fkey" FOREIGN KEY ("wordingId") REFERENCES "Wording"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "AccountArticle" ADD CONSTRAINT "AccountArticle_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "AccountArticle" ADD CONSTRAINT "AccountArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Contrast" ADD CONSTRAINT "Contrast_disagreementId_fkey" FOREIGN KEY ("disagreementId") REFERENCES "Disagreement"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Contrast" ADD CONSTRAINT "Contrast_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Contrast" ADD CONSTRAINT "Contrast_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Account"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- Standard rules
ALTER TABLE "Account" ADD CONSTRAINT "Account_id_check" CHECK (starts_with("id", 'Account_'));
ALTER TABLE "Contrast" ADD CONSTRAINT "Contrast_id_check" CHECK (starts_with("id", 'Contrast_'));
ALTER TABLE "Dataset" ADD CONSTRAINT "Dataset_id_check" CHECK (starts_with("id", 'Dataset_'));
ALTER TABLE "Article" ADD CONSTRAINT "Article_shortName_check" CHECK ("shortName" <> '');
ALTER TABLE "Assertion" ADD CONSTRAINT "Assertion_keys_check" CHECK (("whenText" IS NULL) = ("whenTextKey" IS NULL));
ALTER TABLE "Assertion" ADD CONSTRAINT "Assertion_when_check" CHECK (
    ("whenEarliest" <= "whenLatest") IS NOT FALSE
    AND ("whenBasis" IS NOT NULL) = (num_nonnulls("whenEarliest", "whenLatest", "whenTime", "whenText") > 0));
ALTER TABLE "Mention" DROP CONSTRAINT "Mention_span_check";
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_span_check" CHECK ("start" >= 0 AND "start" < "end" AND "paragraph" > 0 AND char_length("text") = "end" - "start");
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_keys_check" CHECK (("assumption" IS NULL) = ("assumptionKey" IS NULL));
ALTER TABLE "Account" ADD CONSTRAINT "Account_keys_check" CHECK (("says" IS NULL) = ("saysKey" IS NULL));
ALTER TABLE "Account" ADD CONSTRAINT "Account_ordinal_check" CHECK ("ordinal" > 0);
ALTER TABLE "Contrast" ADD CONSTRAINT "Contrast_other_check" CHECK ("otherId" <> "accountId");
ALTER TABLE "Dataset" ADD CONSTRAINT "Dataset_keys_check" CHECK (("licence" IS NULL) = ("licenceKey" IS NULL));
ALTER TABLE "Dataset" ADD CONSTRAINT "Dataset_title_check" CHECK ("title" <> '');
ALTER TABLE "Dataset" ADD CONSTRAINT "Dataset_description_check" CHECK ("description" <> '');

-- Until the next import, each passage of an existing disagreement is an account of its own.
CREATE TEMPORARY TABLE "passage" AS
SELECT d."id", d."slug", d."kind", p."statement", p."isWording", p."articleId", row_number() OVER (PARTITION BY d."id" ORDER BY p."isWording", p."sortKey", p."statement") AS "n"
FROM "Disagreement" d JOIN (
    SELECT l."disagreementId", a."id" AS "statement", false AS "isWording", a."articleId", a."sortKey" FROM "DisagreementAssertion" l JOIN "Assertion" a ON a."id" = l."assertionId"
    UNION ALL
    SELECT l."disagreementId", w."id", true, w."articleId", w."sortKey" FROM "DisagreementWording" l JOIN "Wording" w ON w."id" = l."wordingId"
) p ON p."disagreementId" = d."id";
ALTER TABLE "passage" ADD COLUMN "accountId" TEXT;
UPDATE "passage" SET "accountId" = 'Account_' || left(translate(encode(sha256(convert_to('["' || "slug" || '",' || "n" || ']', 'UTF8')), 'base64'), '+/', '-_'), 22);
INSERT INTO "Account" ("id", "sortKey", "disagreementId", "ordinal")
SELECT "accountId", "slug" || '/' || lpad("n"::text, 3, '0'), "id", "n" FROM "passage";
INSERT INTO "AccountAssertion" ("accountId", "assertionId") SELECT "accountId", "statement" FROM "passage" WHERE NOT "isWording";
INSERT INTO "AccountWording" ("accountId", "wordingId") SELECT "accountId", "statement" FROM "passage" WHERE "isWording";
INSERT INTO "AccountArticle" ("accountId", "articleId") SELECT "accountId", "articleId" FROM "passage";
INSERT INTO "Contrast" ("id", "sortKey", "disagreementId", "accountId", "otherId", "kind")
SELECT 'Contrast_' || left(translate(encode(sha256(convert_to('["' || a."slug" || '",' || a."n" || ',' || b."n" || ']', 'UTF8')), 'base64'), '+/', '-_'), 22),
    a."slug" || '/' || lpad(a."n"::text, 3, '0') || '/' || lpad(b."n"::text, 3, '0'), a."id", a."accountId", b."accountId", a."kind"
FROM "passage" a JOIN "passage" b ON b."id" = a."id" AND b."n" > a."n";
DROP TABLE "passage";
SET CONSTRAINTS ALL IMMEDIATE;
