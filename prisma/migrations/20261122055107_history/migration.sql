-- AlterEnum: the name is needed for what articles go back to.
ALTER TYPE "Origin" RENAME TO "OriginKind";

-- CreateEnum
CREATE TYPE "ArticleRelation" AS ENUM ('SAME_WIRE', 'REWRITES', 'REVISES');

-- The id of a row, as src/model/id.ts makes it; needed once, for the rows that are there already.
CREATE FUNCTION "idOf"(model text, key json) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN model || '_' || left(translate(encode(sha256(convert_to(key::text, 'UTF8')), 'base64'), '+/', '-_'), 22);

-- AlterTable: the newest revision comes first.
ALTER TABLE "Revision" DROP CONSTRAINT "Revision_pkey",
ADD COLUMN     "id" TEXT COLLATE "C",
ADD COLUMN     "sortKey" TEXT COLLATE "C";
UPDATE "Revision" SET "id" = "idOf"('Revision', json_build_array("number")), "sortKey" = lpad((9999999999 - "number")::text, 10, '0');
ALTER TABLE "Revision" ALTER COLUMN "id" SET NOT NULL,
ALTER COLUMN "sortKey" SET NOT NULL,
ADD CONSTRAINT "Revision_pkey" PRIMARY KEY ("id");

-- CreateTable
CREATE TABLE "ArticleLink" (
    "id" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "articleId" TEXT COLLATE "C" NOT NULL,
    "targetId" TEXT COLLATE "C" NOT NULL,
    "relation" "ArticleRelation" NOT NULL,
    "basis" "Basis" NOT NULL,
    "gloss" TEXT COLLATE "C" NOT NULL,
    "glossKey" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "ArticleLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Origin" (
    "id" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Origin_pkey" PRIMARY KEY ("id")
);

-- AlterTable: an article without links is an origin by itself.
ALTER TABLE "Article" ADD COLUMN "sharedOriginId" TEXT COLLATE "C";
INSERT INTO "Origin" ("id", "sortKey") SELECT "idOf"('Origin', json_build_array("slug")), "sortKey" FROM "Article";
UPDATE "Article" SET "sharedOriginId" = "idOf"('Origin', json_build_array("slug"));
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE "Article" ALTER COLUMN "sharedOriginId" SET NOT NULL;
DROP FUNCTION "idOf";

-- CreateTable
CREATE TABLE "RevisionFile" (
    "id" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "revisionId" TEXT COLLATE "C" NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "sha256" TEXT COLLATE "C",

    CONSTRAINT "RevisionFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RevisionChange" (
    "id" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "revisionId" TEXT COLLATE "C" NOT NULL,
    "entity" TEXT COLLATE "C" NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "removed" INTEGER NOT NULL,

    CONSTRAINT "RevisionChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ArticleLink_sortKey_id_idx" ON "ArticleLink"("sortKey", "id");

-- CreateIndex
CREATE INDEX "ArticleLink_articleId_idx" ON "ArticleLink"("articleId");

-- CreateIndex
CREATE INDEX "ArticleLink_targetId_idx" ON "ArticleLink"("targetId");

-- CreateIndex
CREATE INDEX "Origin_sortKey_id_idx" ON "Origin"("sortKey", "id");

-- CreateIndex
CREATE INDEX "RevisionFile_sortKey_id_idx" ON "RevisionFile"("sortKey", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RevisionFile_revisionId_path_key" ON "RevisionFile"("revisionId", "path");

-- CreateIndex
CREATE INDEX "RevisionChange_sortKey_id_idx" ON "RevisionChange"("sortKey", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RevisionChange_revisionId_entity_key" ON "RevisionChange"("revisionId", "entity");

-- CreateIndex
CREATE INDEX "Article_sharedOriginId_idx" ON "Article"("sharedOriginId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_number_key" ON "Revision"("number");

-- CreateIndex
CREATE INDEX "Revision_sortKey_id_idx" ON "Revision"("sortKey", "id");

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_sharedOriginId_fkey" FOREIGN KEY ("sharedOriginId") REFERENCES "Origin"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "ArticleLink" ADD CONSTRAINT "ArticleLink_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "ArticleLink" ADD CONSTRAINT "ArticleLink_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Article"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "RevisionFile" ADD CONSTRAINT "RevisionFile_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "RevisionChange" ADD CONSTRAINT "RevisionChange_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- Ids, texts, subjects and numbers, as in the first migration.
ALTER TABLE "ArticleLink" ADD CONSTRAINT "ArticleLink_id_check" CHECK (starts_with("id", 'ArticleLink_'));
ALTER TABLE "Origin" ADD CONSTRAINT "Origin_id_check" CHECK (starts_with("id", 'Origin_'));
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_id_check" CHECK (starts_with("id", 'Revision_'));
ALTER TABLE "RevisionFile" ADD CONSTRAINT "RevisionFile_id_check" CHECK (starts_with("id", 'RevisionFile_'));
ALTER TABLE "RevisionChange" ADD CONSTRAINT "RevisionChange_id_check" CHECK (starts_with("id", 'RevisionChange_'));
ALTER TABLE "ArticleLink" ADD CONSTRAINT "ArticleLink_gloss_check" CHECK ("gloss" <> '');
ALTER TABLE "ArticleLink" ADD CONSTRAINT "ArticleLink_target_check" CHECK ("targetId" <> "articleId");
ALTER TABLE "RevisionFile" ADD CONSTRAINT "RevisionFile_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "RevisionChange" ADD CONSTRAINT "RevisionChange_counts_check" CHECK (
    "added" >= 0 AND "changed" >= 0 AND "removed" >= 0 AND "added" + "changed" + "removed" > 0);
