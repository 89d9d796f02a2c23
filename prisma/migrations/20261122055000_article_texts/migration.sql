-- Texts of articles, from copies of the operator's own: no part of the knowledge.
-- CreateTable
CREATE TABLE "ArticleText" (
    "sha256" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    "bodyKey" TEXT COLLATE "C" NOT NULL,
    "bodyWords" tsvector GENERATED ALWAYS AS ("fullText"("bodyKey")) STORED,

    CONSTRAINT "ArticleText_pkey" PRIMARY KEY ("sha256"),
    -- The text is the one that was annotated, to the byte.
    CONSTRAINT "ArticleText_sha256_check" CHECK ("sha256" = encode(sha256(convert_to("body", 'UTF8')), 'hex'))
);

-- CreateIndex
CREATE INDEX "ArticleText_bodyKey_trigrams_idx" ON "ArticleText" USING GIN ("bodyKey" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "ArticleText_bodyWords_idx" ON "ArticleText" USING GIN ("bodyWords");

-- AddForeignKey
ALTER TABLE "ArticleText" ADD CONSTRAINT "ArticleText_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "Article"("textSha256") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
