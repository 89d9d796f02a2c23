-- DropForeignKey
ALTER TABLE "ArticleText" DROP CONSTRAINT "ArticleText_sha256_fkey";

-- DropIndex
DROP INDEX "Article_textSha256_key";

-- AlterTable: no two articles have had the same text until now
ALTER TABLE "ArticleText" DROP CONSTRAINT "ArticleText_pkey", ADD COLUMN "articleId" TEXT COLLATE "C";
UPDATE "ArticleText" t SET "articleId" = a."id" FROM "Article" a WHERE a."textSha256" = t."sha256";
ALTER TABLE "ArticleText" ALTER COLUMN "articleId" SET NOT NULL,
ADD CONSTRAINT "ArticleText_pkey" PRIMARY KEY ("articleId", "sha256");

-- CreateIndex
CREATE INDEX "Article_textSha256_idx" ON "Article"("textSha256");

-- CreateIndex
CREATE UNIQUE INDEX "Article_id_textSha256_key" ON "Article"("id", "textSha256");

-- CreateIndex
CREATE INDEX "ArticleText_sha256_idx" ON "ArticleText"("sha256");

-- AddForeignKey
ALTER TABLE "ArticleText" ADD CONSTRAINT "ArticleText_articleId_sha256_fkey" FOREIGN KEY ("articleId", "sha256") REFERENCES "Article"("id", "textSha256") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
