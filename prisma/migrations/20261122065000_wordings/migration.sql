-- CreateEnum
CREATE TYPE "WordingChange" AS ENUM ('KEPT', 'LEFT_OUT', 'ADDED', 'CHANGED');

-- AlterTable: what is there already gets the basis that an import gives where the files say nothing.
ALTER TABLE "Wording" ADD COLUMN     "basis" "Basis" NOT NULL DEFAULT 'STATED',
ADD COLUMN     "wholeEnd" INTEGER,
ADD COLUMN     "wholeStart" INTEGER;
ALTER TABLE "Wording" ALTER COLUMN "basis" DROP DEFAULT;
UPDATE "Wording" SET "basis" = CASE WHEN "rendering" = 'REPORTED' THEN 'INFERRED' ELSE 'DERIVED' END::"Basis"
WHERE "rendering" = 'REPORTED' OR "attribution" = 'CONTINUED';

-- CreateTable
CREATE TABLE "QuoteDistinction" (
    "quoteId" TEXT COLLATE "C" NOT NULL,
    "otherId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "QuoteDistinction_pkey" PRIMARY KEY ("quoteId","otherId")
);

-- CreateTable
CREATE TABLE "WordingPart" (
    "id" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "wordingId" TEXT COLLATE "C" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "change" "WordingChange" NOT NULL,
    "text" TEXT COLLATE "C",
    "textKey" TEXT COLLATE "C",
    "whole" TEXT COLLATE "C",
    "wholeKey" TEXT COLLATE "C",

    CONSTRAINT "WordingPart_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "QuoteDistinction_otherId_idx" ON "QuoteDistinction"("otherId");

-- CreateIndex
CREATE UNIQUE INDEX "WordingPart_wordingId_ordinal_key" ON "WordingPart"("wordingId", "ordinal");

-- AddForeignKey
ALTER TABLE "QuoteDistinction" ADD CONSTRAINT "QuoteDistinction_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "Quote"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "QuoteDistinction" ADD CONSTRAINT "QuoteDistinction_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Quote"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "WordingPart" ADD CONSTRAINT "WordingPart_wordingId_fkey" FOREIGN KEY ("wordingId") REFERENCES "Wording"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- What Prisma cannot say.
ALTER TABLE "QuoteDistinction" ADD CONSTRAINT "QuoteDistinction_other_check" CHECK ("quoteId" <> "otherId");
ALTER TABLE "WordingPart" ADD CONSTRAINT "WordingPart_id_check" CHECK (starts_with("id", 'WordingPart_'));
ALTER TABLE "WordingPart" ADD CONSTRAINT "WordingPart_ordinal_check" CHECK ("ordinal" > 0);
ALTER TABLE "WordingPart" ADD CONSTRAINT "WordingPart_keys_check" CHECK (
  ("text" IS NULL) = ("textKey" IS NULL) AND ("whole" IS NULL) = ("wholeKey" IS NULL));
ALTER TABLE "WordingPart" ADD CONSTRAINT "WordingPart_change_check" CHECK (
  ("change" = 'LEFT_OUT') = ("text" IS NULL) AND ("change" = 'ADDED') = ("whole" IS NULL));
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_whole_check" CHECK (
  ("wholeStart" IS NULL) = ("wholeEnd" IS NULL) AND ("wholeStart" IS NULL OR "wholeStart" >= 0 AND "wholeStart" <= "wholeEnd")
  AND ("wholeStart" IS NULL OR "text" IS NOT NULL));
