-- One name for one thing: `form` was two enums, and an article's `origin` was a kind while every other `origin` is a row.
ALTER TYPE "MentionForm" RENAME TO "MentionKind";
ALTER TABLE "Mention" RENAME COLUMN "form" TO "kind";
ALTER INDEX "Mention_actorId_form_articleId_idx" RENAME TO "Mention_actorId_kind_articleId_idx";
ALTER INDEX "Mention_articleId_form_actorId_idx" RENAME TO "Mention_articleId_kind_actorId_idx";
ALTER TABLE "Article" RENAME COLUMN "origin" TO "originKind";
