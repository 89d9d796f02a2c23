-- CreateTable
CREATE TABLE "Silence" (
    "id" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "articleId" TEXT COLLATE "C" NOT NULL,
    "lint" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "paragraph" INTEGER NOT NULL,

    CONSTRAINT "Silence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Silence_sortKey_id_idx" ON "Silence"("sortKey", "id");

-- CreateIndex
CREATE INDEX "Silence_articleId_idx" ON "Silence"("articleId");

-- AddForeignKey
ALTER TABLE "Silence" ADD CONSTRAINT "Silence_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- Standard rules
ALTER TABLE "Silence" ADD CONSTRAINT "Silence_id_check" CHECK (starts_with("id", 'Silence_'));
ALTER TABLE "Silence" ADD CONSTRAINT "Silence_span_check" CHECK ("start" >= 0 AND "start" < "end" AND "paragraph" > 0 AND "sha256" ~ '^[0-9a-f]{64}$');
