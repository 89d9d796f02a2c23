-- Made from prisma/schema.prisma, then edited by hand for what Prisma cannot say:
-- - every text column is COLLATE "C", so that all databases order and compare alike (order is by sort keys);
-- - foreign keys are checked at the end of the transaction, so that rows may be written in any order;
-- - the checks and triggers at the end.

-- CreateEnum
CREATE TYPE "Basis" AS ENUM ('STATED', 'DERIVED', 'INFERRED', 'OUTSIDE', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "Origin" AS ENUM ('ORIGINAL', 'SYNDICATED', 'REPOST', 'SUSPECTED_REWRITE', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "OutletKind" AS ENUM ('PUBLISHER', 'AGENCY', 'DISTRIBUTOR', 'AGGREGATOR', 'PLATFORM', 'BROADCASTER');

-- CreateEnum
CREATE TYPE "ActorType" AS ENUM ('PERSON', 'ORGANISATION', 'SOURCE');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('STATE', 'BODY', 'GOVERNMENT', 'OFFICE', 'COMPANY', 'GROUP');

-- CreateEnum
CREATE TYPE "AliasKind" AS ENUM ('SPELLING', 'SHORT', 'HONORIFIC', 'METONYM', 'DESCRIPTION', 'DIACRITIC');

-- CreateEnum
CREATE TYPE "ProposalKind" AS ENUM ('PLAN', 'PACKAGE', 'MEASURE', 'DEMAND', 'CONCESSION', 'GOAL', 'DECISION', 'PROCEDURE', 'DOCUMENT');

-- CreateEnum
CREATE TYPE "EventKind" AS ENUM ('MEETING', 'CALL', 'BROADCAST', 'DECISION', 'PUBLICATION', 'SIGNING');

-- CreateEnum
CREATE TYPE "Rendering" AS ENUM ('QUOTED', 'ECHO', 'REPORTED');

-- CreateEnum
CREATE TYPE "WordingForm" AS ENUM ('FULL', 'FRAGMENT');

-- CreateEnum
CREATE TYPE "Zone" AS ENUM ('BODY', 'HEADLINE', 'SUBHEADING', 'CAPTION', 'PULL_QUOTE');

-- CreateEnum
CREATE TYPE "Attribution" AS ENUM ('EXPLICIT', 'CONTINUED', 'IMPLICIT', 'TERM');

-- CreateEnum
CREATE TYPE "Medium" AS ENUM ('SPOKEN', 'TO_REPORTERS', 'BROADCAST', 'PLATFORM', 'DOCUMENT', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "AssertionType" AS ENUM ('POSITION', 'PROPOSAL_STATUS', 'PROPOSAL_LINK', 'TITLE', 'MEMBERSHIP', 'PARTICIPATION', 'CREDIT', 'CLAIM');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('PROPOSES', 'SUPPORTS', 'ACCEPTS', 'CONDITIONAL', 'RESERVED', 'NEUTRAL', 'EXPECTED_TO_OPPOSE', 'OPPOSES');

-- CreateEnum
CREATE TYPE "Side" AS ENUM ('FOR', 'AGAINST', 'NEITHER');

-- CreateEnum
CREATE TYPE "Modality" AS ENUM ('STATED', 'MIGHT', 'COULD', 'APPEARED');

-- CreateEnum
CREATE TYPE "Voice" AS ENUM ('QUOTE', 'PARAPHRASE', 'NARRATOR');

-- CreateEnum
CREATE TYPE "Status" AS ENUM ('PROPOSED', 'OFFERED', 'SUBMITTED', 'UNDER_NEGOTIATION', 'AGREED', 'PLANNED', 'EXPECTED', 'ADOPTED', 'REVISED', 'GIVEN_UP', 'UNRESOLVED');

-- CreateEnum
CREATE TYPE "LinkRelation" AS ENUM ('PART_OF', 'COUNTERS', 'REVISES', 'ALTERNATIVE_TO', 'CONDITIONAL_ON', 'CONFLICTS_WITH', 'ABANDONS', 'RATIFIES', 'CALLS_FOR', 'REQUIRES');

-- CreateEnum
CREATE TYPE "Tenure" AS ENUM ('CURRENT', 'FORMER');

-- CreateEnum
CREATE TYPE "ParticipationRole" AS ENUM ('HOST', 'PARTICIPANT', 'REMOTE', 'EXPECTED', 'SIGNATORY');

-- CreateEnum
CREATE TYPE "CreditCapacity" AS ENUM ('PUBLISHER', 'PRODUCER', 'DISTRIBUTOR', 'CITED_SOURCE', 'COPYRIGHT', 'PHOTO', 'BYLINE', 'ASSISTANCE');

-- CreateEnum
CREATE TYPE "Comparator" AS ENUM ('EXACT', 'ABOUT', 'MORE_THAN', 'LESS_THAN');

-- CreateEnum
CREATE TYPE "MentionForm" AS ENUM ('NAME', 'DESCRIPTION', 'PRONOUN', 'INSERTION');

-- CreateTable
CREATE TABLE "Article" (
    "id" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "headline" TEXT COLLATE "C" NOT NULL,
    "headlineKey" TEXT COLLATE "C" NOT NULL,
    "alternativeHeadline" TEXT COLLATE "C",
    "alternativeHeadlineKey" TEXT COLLATE "C",
    "section" TEXT COLLATE "C",
    "sectionKey" TEXT COLLATE "C",
    "language" TEXT COLLATE "C" NOT NULL,
    "url" TEXT COLLATE "C",
    "summary" TEXT COLLATE "C" NOT NULL,
    "summaryKey" TEXT COLLATE "C" NOT NULL,
    "dateline" TEXT COLLATE "C",
    "datelineKey" TEXT COLLATE "C",
    "publishedEarliest" DATE,
    "publishedLatest" DATE,
    "publishedTime" TEXT COLLATE "C",
    "publishedText" TEXT COLLATE "C",
    "publishedTextKey" TEXT COLLATE "C",
    "publishedBasis" "Basis",
    "updatedEarliest" DATE,
    "updatedLatest" DATE,
    "updatedTime" TEXT COLLATE "C",
    "updatedText" TEXT COLLATE "C",
    "updatedTextKey" TEXT COLLATE "C",
    "updatedBasis" "Basis",
    "origin" "Origin" NOT NULL,
    "originBasis" "Basis" NOT NULL,
    "textSha256" TEXT COLLATE "C" NOT NULL,
    "textLength" INTEGER NOT NULL,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outlet" (
    "id" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "kind" "OutletKind" NOT NULL,
    "website" TEXT COLLATE "C",

    CONSTRAINT "Outlet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Actor" (
    "id" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "actorType" "ActorType" NOT NULL,

    CONSTRAINT "Actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActorSlug" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "actorId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "ActorSlug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT COLLATE "C" NOT NULL,
    "actorType" "ActorType" NOT NULL DEFAULT 'PERSON',

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT COLLATE "C" NOT NULL,
    "actorType" "ActorType" NOT NULL DEFAULT 'ORGANISATION',
    "kind" "OrganisationKind" NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT COLLATE "C" NOT NULL,
    "actorType" "ActorType" NOT NULL DEFAULT 'SOURCE',
    "printedAs" TEXT COLLATE "C" NOT NULL,
    "printedAsKey" TEXT COLLATE "C" NOT NULL,
    "collective" BOOLEAN NOT NULL,
    "anonymityReason" TEXT COLLATE "C",
    "anonymityReasonKey" TEXT COLLATE "C",
    "articleId" TEXT COLLATE "C" NOT NULL,
    "memberOfId" TEXT COLLATE "C",
    "partOfId" TEXT COLLATE "C",
    "documentId" TEXT COLLATE "C",

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Alias" (
    "id" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "textKey" TEXT COLLATE "C" NOT NULL,
    "kind" "AliasKind" NOT NULL,
    "actorId" TEXT COLLATE "C",
    "proposalId" TEXT COLLATE "C",
    "articleId" TEXT COLLATE "C",

    CONSTRAINT "Alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "kind" "ProposalKind" NOT NULL,
    "summary" TEXT COLLATE "C" NOT NULL,
    "summaryKey" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "kind" "EventKind" NOT NULL,
    "place" TEXT COLLATE "C",
    "placeKey" TEXT COLLATE "C",
    "whenEarliest" DATE,
    "whenLatest" DATE,
    "whenTime" TEXT COLLATE "C",
    "whenText" TEXT COLLATE "C",
    "whenTextKey" TEXT COLLATE "C",
    "whenBasis" "Basis",

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventProposal" (
    "eventId" TEXT COLLATE "C" NOT NULL,
    "proposalId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "EventProposal_pkey" PRIMARY KEY ("eventId","proposalId")
);

-- CreateTable
CREATE TABLE "Quote" (
    "id" TEXT COLLATE "C" NOT NULL,
    "slug" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "textKey" TEXT COLLATE "C" NOT NULL,
    "speakerId" TEXT COLLATE "C",
    "consistent" BOOLEAN NOT NULL,
    "eventId" TEXT COLLATE "C",

    CONSTRAINT "Quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuoteAbout" (
    "quoteId" TEXT COLLATE "C" NOT NULL,
    "actorId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "QuoteAbout_pkey" PRIMARY KEY ("quoteId","actorId")
);

-- CreateTable
CREATE TABLE "QuoteProposal" (
    "quoteId" TEXT COLLATE "C" NOT NULL,
    "proposalId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "QuoteProposal_pkey" PRIMARY KEY ("quoteId","proposalId")
);

-- CreateTable
CREATE TABLE "Wording" (
    "id" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "quoteId" TEXT COLLATE "C" NOT NULL,
    "articleId" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C",
    "textKey" TEXT COLLATE "C",
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "rendering" "Rendering" NOT NULL,
    "form" "WordingForm",
    "zone" "Zone" NOT NULL,
    "paragraph" INTEGER NOT NULL,
    "gloss" TEXT COLLATE "C" NOT NULL,
    "glossKey" TEXT COLLATE "C" NOT NULL,
    "speakerId" TEXT COLLATE "C",
    "speakerTitleId" TEXT COLLATE "C",
    "attribution" "Attribution" NOT NULL,
    "attributedAs" TEXT COLLATE "C",
    "attributedAsKey" TEXT COLLATE "C",
    "medium" "Medium" NOT NULL,
    "carrierId" TEXT COLLATE "C",
    "venue" TEXT COLLATE "C",
    "venueKey" TEXT COLLATE "C",
    "saidEarliest" DATE,
    "saidLatest" DATE,
    "saidTime" TEXT COLLATE "C",
    "saidText" TEXT COLLATE "C",
    "saidTextKey" TEXT COLLATE "C",
    "saidBasis" "Basis",
    "insertions" TEXT[] COLLATE "C",

    CONSTRAINT "Wording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assertion" (
    "id" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "assertionType" "AssertionType" NOT NULL,
    "articleId" TEXT COLLATE "C" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "paragraph" INTEGER NOT NULL,
    "gloss" TEXT COLLATE "C" NOT NULL,
    "glossKey" TEXT COLLATE "C" NOT NULL,
    "basis" "Basis" NOT NULL,
    "assertedById" TEXT COLLATE "C",
    "relayedById" TEXT COLLATE "C",
    "quoteId" TEXT COLLATE "C",

    CONSTRAINT "Assertion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssertionProposal" (
    "assertionId" TEXT COLLATE "C" NOT NULL,
    "proposalId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "AssertionProposal_pkey" PRIMARY KEY ("assertionId","proposalId")
);

-- CreateTable
CREATE TABLE "Position" (
    "id" TEXT COLLATE "C" NOT NULL,
    "assertionType" "AssertionType" NOT NULL DEFAULT 'POSITION',
    "actorId" TEXT COLLATE "C" NOT NULL,
    "proposalId" TEXT COLLATE "C" NOT NULL,
    "stance" "Stance" NOT NULL,
    "side" "Side" NOT NULL,
    "condition" TEXT COLLATE "C",
    "conditionKey" TEXT COLLATE "C",
    "modality" "Modality" NOT NULL,
    "voice" "Voice" NOT NULL,

    CONSTRAINT "Position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProposalStatus" (
    "id" TEXT COLLATE "C" NOT NULL,
    "assertionType" "AssertionType" NOT NULL DEFAULT 'PROPOSAL_STATUS',
    "proposalId" TEXT COLLATE "C" NOT NULL,
    "status" "Status" NOT NULL,
    "verb" TEXT COLLATE "C" NOT NULL,
    "verbKey" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "ProposalStatus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProposalLink" (
    "id" TEXT COLLATE "C" NOT NULL,
    "assertionType" "AssertionType" NOT NULL DEFAULT 'PROPOSAL_LINK',
    "proposalId" TEXT COLLATE "C" NOT NULL,
    "targetId" TEXT COLLATE "C" NOT NULL,
    "relation" "LinkRelation" NOT NULL,

    CONSTRAINT "ProposalLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Title" (
    "id" TEXT COLLATE "C" NOT NULL,
    "assertionType" "AssertionType" NOT NULL DEFAULT 'TITLE',
    "personId" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "textKey" TEXT COLLATE "C" NOT NULL,
    "organisationId" TEXT COLLATE "C",
    "tenure" "Tenure" NOT NULL,

    CONSTRAINT "Title_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" TEXT COLLATE "C" NOT NULL,
    "assertionType" "AssertionType" NOT NULL DEFAULT 'MEMBERSHIP',
    "memberId" TEXT COLLATE "C" NOT NULL,
    "groupId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participation" (
    "id" TEXT COLLATE "C" NOT NULL,
    "assertionType" "AssertionType" NOT NULL DEFAULT 'PARTICIPATION',
    "actorId" TEXT COLLATE "C" NOT NULL,
    "eventId" TEXT COLLATE "C" NOT NULL,
    "role" "ParticipationRole" NOT NULL,

    CONSTRAINT "Participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Credit" (
    "id" TEXT COLLATE "C" NOT NULL,
    "assertionType" "AssertionType" NOT NULL DEFAULT 'CREDIT',
    "outletId" TEXT COLLATE "C",
    "contributorId" TEXT COLLATE "C",
    "capacity" "CreditCapacity" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "figure" INTEGER,

    CONSTRAINT "Credit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT COLLATE "C" NOT NULL,
    "assertionType" "AssertionType" NOT NULL DEFAULT 'CLAIM',
    "aboutActorId" TEXT COLLATE "C",
    "aboutProposalId" TEXT COLLATE "C",
    "aboutEventId" TEXT COLLATE "C",
    "key" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "valueKey" TEXT COLLATE "C" NOT NULL,
    "amount" DECIMAL(65,30),
    "amountTo" DECIMAL(65,30),
    "comparator" "Comparator",
    "unit" TEXT COLLATE "C",
    "convertedFromId" TEXT COLLATE "C",

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimKey" (
    "name" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "ClaimKey_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Mention" (
    "id" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    "articleId" TEXT COLLATE "C" NOT NULL,
    "actorId" TEXT COLLATE "C",
    "proposalId" TEXT COLLATE "C",
    "text" TEXT COLLATE "C" NOT NULL,
    "textKey" TEXT COLLATE "C" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "zone" "Zone" NOT NULL,
    "form" "MentionForm" NOT NULL,
    "figure" INTEGER,
    "wordingId" TEXT COLLATE "C",

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MentionPhotoCredit" (
    "mentionId" TEXT COLLATE "C" NOT NULL,
    "creditId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "MentionPhotoCredit_pkey" PRIMARY KEY ("mentionId","creditId")
);

-- CreateTable
CREATE TABLE "Revision" (
    "number" INTEGER NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "filesSha256" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "Article_slug_key" ON "Article"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Article_textSha256_key" ON "Article"("textSha256");

-- CreateIndex
CREATE INDEX "Article_sortKey_id_idx" ON "Article"("sortKey", "id");

-- CreateIndex
CREATE INDEX "Article_headlineKey_idx" ON "Article"("headlineKey");

-- CreateIndex
CREATE UNIQUE INDEX "Outlet_slug_key" ON "Outlet"("slug");

-- CreateIndex
CREATE INDEX "Outlet_sortKey_id_idx" ON "Outlet"("sortKey", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Actor_slug_key" ON "Actor"("slug");

-- CreateIndex
CREATE INDEX "Actor_sortKey_id_idx" ON "Actor"("sortKey", "id");

-- CreateIndex
CREATE INDEX "Actor_nameKey_idx" ON "Actor"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Actor_id_actorType_key" ON "Actor"("id", "actorType");

-- CreateIndex
CREATE INDEX "ActorSlug_actorId_idx" ON "ActorSlug"("actorId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_id_actorType_key" ON "Person"("id", "actorType");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_id_actorType_key" ON "Organisation"("id", "actorType");

-- CreateIndex
CREATE INDEX "Source_articleId_idx" ON "Source"("articleId");

-- CreateIndex
CREATE INDEX "Source_memberOfId_idx" ON "Source"("memberOfId");

-- CreateIndex
CREATE INDEX "Source_partOfId_idx" ON "Source"("partOfId");

-- CreateIndex
CREATE INDEX "Source_documentId_idx" ON "Source"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Source_id_actorType_key" ON "Source"("id", "actorType");

-- CreateIndex
CREATE INDEX "Alias_sortKey_id_idx" ON "Alias"("sortKey", "id");

-- CreateIndex
CREATE INDEX "Alias_textKey_idx" ON "Alias"("textKey");

-- CreateIndex
CREATE INDEX "Alias_actorId_idx" ON "Alias"("actorId");

-- CreateIndex
CREATE INDEX "Alias_proposalId_idx" ON "Alias"("proposalId");

-- CreateIndex
CREATE INDEX "Alias_articleId_idx" ON "Alias"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_slug_key" ON "Proposal"("slug");

-- CreateIndex
CREATE INDEX "Proposal_sortKey_id_idx" ON "Proposal"("sortKey", "id");

-- CreateIndex
CREATE INDEX "Proposal_nameKey_idx" ON "Proposal"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Event_slug_key" ON "Event"("slug");

-- CreateIndex
CREATE INDEX "Event_sortKey_id_idx" ON "Event"("sortKey", "id");

-- CreateIndex
CREATE INDEX "EventProposal_proposalId_idx" ON "EventProposal"("proposalId");

-- CreateIndex
CREATE UNIQUE INDEX "Quote_slug_key" ON "Quote"("slug");

-- CreateIndex
CREATE INDEX "Quote_sortKey_id_idx" ON "Quote"("sortKey", "id");

-- CreateIndex
CREATE INDEX "Quote_speakerId_idx" ON "Quote"("speakerId");

-- CreateIndex
CREATE INDEX "Quote_eventId_idx" ON "Quote"("eventId");

-- CreateIndex
CREATE INDEX "QuoteAbout_actorId_idx" ON "QuoteAbout"("actorId");

-- CreateIndex
CREATE INDEX "QuoteProposal_proposalId_idx" ON "QuoteProposal"("proposalId");

-- CreateIndex
CREATE INDEX "Wording_sortKey_id_idx" ON "Wording"("sortKey", "id");

-- CreateIndex
CREATE INDEX "Wording_quoteId_idx" ON "Wording"("quoteId");

-- CreateIndex
CREATE INDEX "Wording_articleId_start_idx" ON "Wording"("articleId", "start");

-- CreateIndex
CREATE INDEX "Wording_speakerId_idx" ON "Wording"("speakerId");

-- CreateIndex
CREATE INDEX "Wording_speakerTitleId_idx" ON "Wording"("speakerTitleId");

-- CreateIndex
CREATE INDEX "Wording_carrierId_idx" ON "Wording"("carrierId");

-- CreateIndex
CREATE UNIQUE INDEX "Wording_articleId_ordinal_key" ON "Wording"("articleId", "ordinal");

-- CreateIndex
CREATE INDEX "Assertion_sortKey_id_idx" ON "Assertion"("sortKey", "id");

-- CreateIndex
CREATE INDEX "Assertion_articleId_start_idx" ON "Assertion"("articleId", "start");

-- CreateIndex
CREATE INDEX "Assertion_assertedById_idx" ON "Assertion"("assertedById");

-- CreateIndex
CREATE INDEX "Assertion_relayedById_idx" ON "Assertion"("relayedById");

-- CreateIndex
CREATE INDEX "Assertion_quoteId_idx" ON "Assertion"("quoteId");

-- CreateIndex
CREATE UNIQUE INDEX "Assertion_id_assertionType_key" ON "Assertion"("id", "assertionType");

-- CreateIndex
CREATE INDEX "AssertionProposal_proposalId_idx" ON "AssertionProposal"("proposalId");

-- CreateIndex
CREATE INDEX "Position_actorId_idx" ON "Position"("actorId");

-- CreateIndex
CREATE INDEX "Position_proposalId_idx" ON "Position"("proposalId");

-- CreateIndex
CREATE UNIQUE INDEX "Position_id_assertionType_key" ON "Position"("id", "assertionType");

-- CreateIndex
CREATE INDEX "ProposalStatus_proposalId_idx" ON "ProposalStatus"("proposalId");

-- CreateIndex
CREATE UNIQUE INDEX "ProposalStatus_id_assertionType_key" ON "ProposalStatus"("id", "assertionType");

-- CreateIndex
CREATE INDEX "ProposalLink_proposalId_idx" ON "ProposalLink"("proposalId");

-- CreateIndex
CREATE INDEX "ProposalLink_targetId_idx" ON "ProposalLink"("targetId");

-- CreateIndex
CREATE UNIQUE INDEX "ProposalLink_id_assertionType_key" ON "ProposalLink"("id", "assertionType");

-- CreateIndex
CREATE INDEX "Title_personId_idx" ON "Title"("personId");

-- CreateIndex
CREATE INDEX "Title_organisationId_idx" ON "Title"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Title_id_assertionType_key" ON "Title"("id", "assertionType");

-- CreateIndex
CREATE INDEX "Membership_memberId_idx" ON "Membership"("memberId");

-- CreateIndex
CREATE INDEX "Membership_groupId_idx" ON "Membership"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_id_assertionType_key" ON "Membership"("id", "assertionType");

-- CreateIndex
CREATE INDEX "Participation_actorId_idx" ON "Participation"("actorId");

-- CreateIndex
CREATE INDEX "Participation_eventId_idx" ON "Participation"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "Participation_id_assertionType_key" ON "Participation"("id", "assertionType");

-- CreateIndex
CREATE INDEX "Credit_outletId_idx" ON "Credit"("outletId");

-- CreateIndex
CREATE INDEX "Credit_contributorId_idx" ON "Credit"("contributorId");

-- CreateIndex
CREATE UNIQUE INDEX "Credit_id_assertionType_key" ON "Credit"("id", "assertionType");

-- CreateIndex
CREATE INDEX "Claim_aboutActorId_idx" ON "Claim"("aboutActorId");

-- CreateIndex
CREATE INDEX "Claim_aboutProposalId_idx" ON "Claim"("aboutProposalId");

-- CreateIndex
CREATE INDEX "Claim_aboutEventId_idx" ON "Claim"("aboutEventId");

-- CreateIndex
CREATE INDEX "Claim_key_idx" ON "Claim"("key");

-- CreateIndex
CREATE INDEX "Claim_convertedFromId_idx" ON "Claim"("convertedFromId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_id_assertionType_key" ON "Claim"("id", "assertionType");

-- CreateIndex
CREATE INDEX "Mention_sortKey_id_idx" ON "Mention"("sortKey", "id");

-- CreateIndex
CREATE INDEX "Mention_articleId_start_idx" ON "Mention"("articleId", "start");

-- CreateIndex
CREATE INDEX "Mention_actorId_idx" ON "Mention"("actorId");

-- CreateIndex
CREATE INDEX "Mention_proposalId_idx" ON "Mention"("proposalId");

-- CreateIndex
CREATE INDEX "Mention_wordingId_idx" ON "Mention"("wordingId");

-- CreateIndex
CREATE INDEX "MentionPhotoCredit_creditId_idx" ON "MentionPhotoCredit"("creditId");

-- AddForeignKey
ALTER TABLE "ActorSlug" ADD CONSTRAINT "ActorSlug_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_id_actorType_fkey" FOREIGN KEY ("id", "actorType") REFERENCES "Actor"("id", "actorType") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_id_actorType_fkey" FOREIGN KEY ("id", "actorType") REFERENCES "Actor"("id", "actorType") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_id_actorType_fkey" FOREIGN KEY ("id", "actorType") REFERENCES "Actor"("id", "actorType") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_memberOfId_fkey" FOREIGN KEY ("memberOfId") REFERENCES "Organisation"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_partOfId_fkey" FOREIGN KEY ("partOfId") REFERENCES "Source"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Proposal"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Alias" ADD CONSTRAINT "Alias_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Alias" ADD CONSTRAINT "Alias_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Alias" ADD CONSTRAINT "Alias_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "EventProposal" ADD CONSTRAINT "EventProposal_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "EventProposal" ADD CONSTRAINT "EventProposal_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Quote" ADD CONSTRAINT "Quote_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Quote" ADD CONSTRAINT "Quote_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "QuoteAbout" ADD CONSTRAINT "QuoteAbout_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "Quote"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "QuoteAbout" ADD CONSTRAINT "QuoteAbout_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "QuoteProposal" ADD CONSTRAINT "QuoteProposal_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "Quote"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "QuoteProposal" ADD CONSTRAINT "QuoteProposal_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "Quote"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_speakerTitleId_fkey" FOREIGN KEY ("speakerTitleId") REFERENCES "Title"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_carrierId_fkey" FOREIGN KEY ("carrierId") REFERENCES "Outlet"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Assertion" ADD CONSTRAINT "Assertion_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Assertion" ADD CONSTRAINT "Assertion_assertedById_fkey" FOREIGN KEY ("assertedById") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Assertion" ADD CONSTRAINT "Assertion_relayedById_fkey" FOREIGN KEY ("relayedById") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Assertion" ADD CONSTRAINT "Assertion_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "Quote"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "AssertionProposal" ADD CONSTRAINT "AssertionProposal_assertionId_fkey" FOREIGN KEY ("assertionId") REFERENCES "Assertion"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "AssertionProposal" ADD CONSTRAINT "AssertionProposal_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_id_assertionType_fkey" FOREIGN KEY ("id", "assertionType") REFERENCES "Assertion"("id", "assertionType") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "ProposalStatus" ADD CONSTRAINT "ProposalStatus_id_assertionType_fkey" FOREIGN KEY ("id", "assertionType") REFERENCES "Assertion"("id", "assertionType") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "ProposalStatus" ADD CONSTRAINT "ProposalStatus_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "ProposalLink" ADD CONSTRAINT "ProposalLink_id_assertionType_fkey" FOREIGN KEY ("id", "assertionType") REFERENCES "Assertion"("id", "assertionType") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "ProposalLink" ADD CONSTRAINT "ProposalLink_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "ProposalLink" ADD CONSTRAINT "ProposalLink_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Proposal"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Title" ADD CONSTRAINT "Title_id_assertionType_fkey" FOREIGN KEY ("id", "assertionType") REFERENCES "Assertion"("id", "assertionType") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Title" ADD CONSTRAINT "Title_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Title" ADD CONSTRAINT "Title_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_id_assertionType_fkey" FOREIGN KEY ("id", "assertionType") REFERENCES "Assertion"("id", "assertionType") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Organisation"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_id_assertionType_fkey" FOREIGN KEY ("id", "assertionType") REFERENCES "Assertion"("id", "assertionType") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Credit" ADD CONSTRAINT "Credit_id_assertionType_fkey" FOREIGN KEY ("id", "assertionType") REFERENCES "Assertion"("id", "assertionType") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Credit" ADD CONSTRAINT "Credit_outletId_fkey" FOREIGN KEY ("outletId") REFERENCES "Outlet"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Credit" ADD CONSTRAINT "Credit_contributorId_fkey" FOREIGN KEY ("contributorId") REFERENCES "Person"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_id_assertionType_fkey" FOREIGN KEY ("id", "assertionType") REFERENCES "Assertion"("id", "assertionType") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_aboutActorId_fkey" FOREIGN KEY ("aboutActorId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_aboutProposalId_fkey" FOREIGN KEY ("aboutProposalId") REFERENCES "Proposal"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_aboutEventId_fkey" FOREIGN KEY ("aboutEventId") REFERENCES "Event"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_key_fkey" FOREIGN KEY ("key") REFERENCES "ClaimKey"("name") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_convertedFromId_fkey" FOREIGN KEY ("convertedFromId") REFERENCES "Claim"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_wordingId_fkey" FOREIGN KEY ("wordingId") REFERENCES "Wording"("id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "MentionPhotoCredit" ADD CONSTRAINT "MentionPhotoCredit_mentionId_fkey" FOREIGN KEY ("mentionId") REFERENCES "Mention"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "MentionPhotoCredit" ADD CONSTRAINT "MentionPhotoCredit_creditId_fkey" FOREIGN KEY ("creditId") REFERENCES "Credit"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- From here on by hand.

-- Slugs and register keys: lower-case letters, digits, single hyphens between them.
ALTER TABLE "Article" ADD CONSTRAINT "Article_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Outlet" ADD CONSTRAINT "Outlet_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Actor" ADD CONSTRAINT "Actor_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "ActorSlug" ADD CONSTRAINT "ActorSlug_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Event" ADD CONSTRAINT "Event_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Quote" ADD CONSTRAINT "Quote_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "ClaimKey" ADD CONSTRAINT "ClaimKey_name_check" CHECK ("name" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- An id begins with the name of its concrete model (src/model/id.ts): node(id) finds the table by it.
ALTER TABLE "Article" ADD CONSTRAINT "Article_id_check" CHECK (starts_with("id", 'Article_'));
ALTER TABLE "Outlet" ADD CONSTRAINT "Outlet_id_check" CHECK (starts_with("id", 'Outlet_'));
ALTER TABLE "Person" ADD CONSTRAINT "Person_id_check" CHECK (starts_with("id", 'Person_'));
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_id_check" CHECK (starts_with("id", 'Organisation_'));
ALTER TABLE "Source" ADD CONSTRAINT "Source_id_check" CHECK (starts_with("id", 'Source_'));
ALTER TABLE "Alias" ADD CONSTRAINT "Alias_id_check" CHECK (starts_with("id", 'Alias_'));
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_id_check" CHECK (starts_with("id", 'Proposal_'));
ALTER TABLE "Event" ADD CONSTRAINT "Event_id_check" CHECK (starts_with("id", 'Event_'));
ALTER TABLE "Quote" ADD CONSTRAINT "Quote_id_check" CHECK (starts_with("id", 'Quote_'));
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_id_check" CHECK (starts_with("id", 'Wording_'));
ALTER TABLE "Position" ADD CONSTRAINT "Position_id_check" CHECK (starts_with("id", 'Position_'));
ALTER TABLE "ProposalStatus" ADD CONSTRAINT "ProposalStatus_id_check" CHECK (starts_with("id", 'ProposalStatus_'));
ALTER TABLE "ProposalLink" ADD CONSTRAINT "ProposalLink_id_check" CHECK (starts_with("id", 'ProposalLink_'));
ALTER TABLE "Title" ADD CONSTRAINT "Title_id_check" CHECK (starts_with("id", 'Title_'));
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_id_check" CHECK (starts_with("id", 'Membership_'));
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_id_check" CHECK (starts_with("id", 'Participation_'));
ALTER TABLE "Credit" ADD CONSTRAINT "Credit_id_check" CHECK (starts_with("id", 'Credit_'));
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_id_check" CHECK (starts_with("id", 'Claim_'));
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_id_check" CHECK (starts_with("id", 'Mention_'));

-- A detail table holds rows of its own type; with the composite foreign key, the base row says the same type.
ALTER TABLE "Person" ADD CONSTRAINT "Person_actorType_check" CHECK ("actorType" = 'PERSON');
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_actorType_check" CHECK ("actorType" = 'ORGANISATION');
ALTER TABLE "Source" ADD CONSTRAINT "Source_actorType_check" CHECK ("actorType" = 'SOURCE');
ALTER TABLE "Position" ADD CONSTRAINT "Position_assertionType_check" CHECK ("assertionType" = 'POSITION');
ALTER TABLE "ProposalStatus" ADD CONSTRAINT "ProposalStatus_assertionType_check" CHECK ("assertionType" = 'PROPOSAL_STATUS');
ALTER TABLE "ProposalLink" ADD CONSTRAINT "ProposalLink_assertionType_check" CHECK ("assertionType" = 'PROPOSAL_LINK');
ALTER TABLE "Title" ADD CONSTRAINT "Title_assertionType_check" CHECK ("assertionType" = 'TITLE');
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_assertionType_check" CHECK ("assertionType" = 'MEMBERSHIP');
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_assertionType_check" CHECK ("assertionType" = 'PARTICIPATION');
ALTER TABLE "Credit" ADD CONSTRAINT "Credit_assertionType_check" CHECK ("assertionType" = 'CREDIT');
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_assertionType_check" CHECK ("assertionType" = 'CLAIM');

-- Names and texts say something.
ALTER TABLE "Article" ADD CONSTRAINT "Article_headline_check" CHECK ("headline" <> '');
ALTER TABLE "Article" ADD CONSTRAINT "Article_summary_check" CHECK ("summary" <> '');
ALTER TABLE "Outlet" ADD CONSTRAINT "Outlet_name_check" CHECK ("name" <> '');
ALTER TABLE "Actor" ADD CONSTRAINT "Actor_name_check" CHECK ("name" <> '');
ALTER TABLE "Source" ADD CONSTRAINT "Source_printedAs_check" CHECK ("printedAs" <> '');
ALTER TABLE "Alias" ADD CONSTRAINT "Alias_text_check" CHECK ("text" <> '');
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_name_check" CHECK ("name" <> '' AND "summary" <> '');
ALTER TABLE "Event" ADD CONSTRAINT "Event_name_check" CHECK ("name" <> '');
ALTER TABLE "Quote" ADD CONSTRAINT "Quote_text_check" CHECK ("text" <> '');
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_gloss_check" CHECK ("gloss" <> '');
ALTER TABLE "Assertion" ADD CONSTRAINT "Assertion_gloss_check" CHECK ("gloss" <> '');
ALTER TABLE "ProposalStatus" ADD CONSTRAINT "ProposalStatus_verb_check" CHECK ("verb" <> '');
ALTER TABLE "Title" ADD CONSTRAINT "Title_text_check" CHECK ("text" <> '');
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_value_check" CHECK ("value" <> '');
ALTER TABLE "ClaimKey" ADD CONSTRAINT "ClaimKey_description_check" CHECK ("description" <> '');

-- A text that may be missing has its sort key exactly when it is there.
ALTER TABLE "Article" ADD CONSTRAINT "Article_keys_check" CHECK (
    ("alternativeHeadline" IS NULL) = ("alternativeHeadlineKey" IS NULL)
    AND ("section" IS NULL) = ("sectionKey" IS NULL)
    AND ("dateline" IS NULL) = ("datelineKey" IS NULL)
    AND ("publishedText" IS NULL) = ("publishedTextKey" IS NULL)
    AND ("updatedText" IS NULL) = ("updatedTextKey" IS NULL));
ALTER TABLE "Source" ADD CONSTRAINT "Source_keys_check" CHECK (("anonymityReason" IS NULL) = ("anonymityReasonKey" IS NULL));
ALTER TABLE "Event" ADD CONSTRAINT "Event_keys_check" CHECK (
    ("place" IS NULL) = ("placeKey" IS NULL)
    AND ("whenText" IS NULL) = ("whenTextKey" IS NULL));
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_keys_check" CHECK (
    ("text" IS NULL) = ("textKey" IS NULL)
    AND ("attributedAs" IS NULL) = ("attributedAsKey" IS NULL)
    AND ("venue" IS NULL) = ("venueKey" IS NULL)
    AND ("saidText" IS NULL) = ("saidTextKey" IS NULL));
ALTER TABLE "Position" ADD CONSTRAINT "Position_keys_check" CHECK (("condition" IS NULL) = ("conditionKey" IS NULL));

-- When: the earliest day is not after the latest, and a ground (basis) is given exactly when anything is known.
ALTER TABLE "Article" ADD CONSTRAINT "Article_published_check" CHECK (
    ("publishedEarliest" <= "publishedLatest") IS NOT FALSE
    AND ("publishedBasis" IS NOT NULL) = (num_nonnulls("publishedEarliest", "publishedLatest", "publishedTime", "publishedText") > 0));
ALTER TABLE "Article" ADD CONSTRAINT "Article_updated_check" CHECK (
    ("updatedEarliest" <= "updatedLatest") IS NOT FALSE
    AND ("updatedBasis" IS NOT NULL) = (num_nonnulls("updatedEarliest", "updatedLatest", "updatedTime", "updatedText") > 0));
ALTER TABLE "Event" ADD CONSTRAINT "Event_when_check" CHECK (
    ("whenEarliest" <= "whenLatest") IS NOT FALSE
    AND ("whenBasis" IS NOT NULL) = (num_nonnulls("whenEarliest", "whenLatest", "whenTime", "whenText") > 0));
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_said_check" CHECK (
    ("saidEarliest" <= "saidLatest") IS NOT FALSE
    AND ("saidBasis" IS NOT NULL) = (num_nonnulls("saidEarliest", "saidLatest", "saidTime", "saidText") > 0));

-- Articles: a language tag, the digest and length of the text, an address with a scheme.
ALTER TABLE "Article" ADD CONSTRAINT "Article_language_check" CHECK ("language" ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
ALTER TABLE "Article" ADD CONSTRAINT "Article_text_check" CHECK ("textSha256" ~ '^[0-9a-f]{64}$' AND "textLength" > 0);
ALTER TABLE "Article" ADD CONSTRAINT "Article_url_check" CHECK ("url" ~ '^https?://');

-- Spans: code points from 0, the end behind the start; verbatim words are as long as their span.
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_span_check" CHECK (
    "start" >= 0 AND "start" < "end" AND "paragraph" > 0 AND "sha256" ~ '^[0-9a-f]{64}$'
    AND (char_length("text") = "end" - "start") IS NOT FALSE);
ALTER TABLE "Assertion" ADD CONSTRAINT "Assertion_span_check" CHECK (
    "start" >= 0 AND "start" < "end" AND "paragraph" > 0 AND "sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_span_check" CHECK (
    "start" >= 0 AND "start" < "end" AND char_length("text") = "end" - "start");

-- Reported words have neither text nor form; quoted and echoed words have both.
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_rendering_check" CHECK (
    num_nonnulls("text", "form") = CASE "rendering" WHEN 'REPORTED' THEN 0 ELSE 2 END);
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_ordinal_check" CHECK ("ordinal" > 0);

-- Exactly one subject.
ALTER TABLE "Alias" ADD CONSTRAINT "Alias_subject_check" CHECK (num_nonnulls("actorId", "proposalId") = 1);
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_subject_check" CHECK (num_nonnulls("actorId", "proposalId") = 1);
ALTER TABLE "Credit" ADD CONSTRAINT "Credit_subject_check" CHECK (num_nonnulls("outletId", "contributorId") = 1);
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_subject_check" CHECK (num_nonnulls("aboutActorId", "aboutProposalId", "aboutEventId") = 1);

-- Nothing relates to itself.
ALTER TABLE "Source" ADD CONSTRAINT "Source_partOf_check" CHECK ("partOfId" <> "id");
ALTER TABLE "ProposalLink" ADD CONSTRAINT "ProposalLink_target_check" CHECK ("targetId" <> "proposalId");
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_group_check" CHECK ("groupId" <> "memberId");
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_convertedFrom_check" CHECK ("convertedFromId" <> "id");

-- The side follows from the stance.
ALTER TABLE "Position" ADD CONSTRAINT "Position_side_check" CHECK ("side" = CASE
    WHEN "stance" IN ('PROPOSES', 'SUPPORTS', 'ACCEPTS') THEN 'FOR'::"Side"
    WHEN "stance" = 'OPPOSES' THEN 'AGAINST'::"Side"
    ELSE 'NEITHER'::"Side" END);

-- Figures and places in lists count from 1; only a caption's mention has a figure.
ALTER TABLE "Credit" ADD CONSTRAINT "Credit_ordinal_check" CHECK ("ordinal" > 0);
ALTER TABLE "Credit" ADD CONSTRAINT "Credit_figure_check" CHECK ("figure" > 0);
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_figure_check" CHECK ("figure" IS NULL OR ("figure" > 0 AND "zone" = 'CAPTION'));

-- Amounts: a comparator with each amount, a range upwards, a unit only for an amount.
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_amount_check" CHECK (
    ("amount" IS NULL) = ("comparator" IS NULL)
    AND ("amountTo" IS NULL OR coalesce("amountTo" >= "amount", false))
    AND ("unit" IS NULL OR ("amount" IS NOT NULL AND "unit" ~ '^[A-Z][A-Z_]*$')));

-- Revisions count from 1; 0 is the state before the first import, so that there always is a newest one.
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_number_check" CHECK ("number" >= 0);
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_filesSha256_check" CHECK ("filesSha256" ~ '^[0-9a-f]{64}$');

-- At the end of a transaction every base row has the detail row of its type, and every actor's slug resolves to it.
CREATE FUNCTION "Actor_check"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    actor "Actor";
BEGIN
    SELECT * INTO actor FROM "Actor" WHERE "id" = CASE TG_OP WHEN 'DELETE' THEN OLD."id" ELSE NEW."id" END;
    IF NOT FOUND THEN
        RETURN NULL; -- went with it
    END IF;
    IF NOT (CASE actor."actorType"
        WHEN 'PERSON' THEN EXISTS (SELECT FROM "Person" WHERE "id" = actor."id")
        WHEN 'ORGANISATION' THEN EXISTS (SELECT FROM "Organisation" WHERE "id" = actor."id")
        WHEN 'SOURCE' THEN EXISTS (SELECT FROM "Source" WHERE "id" = actor."id")
    END) THEN
        RAISE integrity_constraint_violation USING
            MESSAGE = format('Actor %s has no row in the table of its type %s', actor."id", actor."actorType"),
            TABLE = 'Actor', CONSTRAINT = 'Actor_detail_check';
    END IF;
    IF NOT EXISTS (SELECT FROM "ActorSlug" WHERE "slug" = actor."slug" AND "actorId" = actor."id") THEN
        RAISE integrity_constraint_violation USING
            MESSAGE = format('ActorSlug has no row that leads from %s to %s', actor."slug", actor."id"),
            TABLE = 'Actor', CONSTRAINT = 'Actor_resolves_check';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "Actor_check" AFTER INSERT OR UPDATE ON "Actor" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Actor_check"();
CREATE CONSTRAINT TRIGGER "Person_check" AFTER DELETE ON "Person" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Actor_check"();
CREATE CONSTRAINT TRIGGER "Organisation_check" AFTER DELETE ON "Organisation" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Actor_check"();
CREATE CONSTRAINT TRIGGER "Source_check" AFTER DELETE ON "Source" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Actor_check"();

CREATE FUNCTION "Assertion_check"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    assertion "Assertion";
BEGIN
    SELECT * INTO assertion FROM "Assertion" WHERE "id" = CASE TG_OP WHEN 'DELETE' THEN OLD."id" ELSE NEW."id" END;
    IF NOT FOUND THEN
        RETURN NULL; -- went with it
    END IF;
    IF NOT (CASE assertion."assertionType"
        WHEN 'POSITION' THEN EXISTS (SELECT FROM "Position" WHERE "id" = assertion."id")
        WHEN 'PROPOSAL_STATUS' THEN EXISTS (SELECT FROM "ProposalStatus" WHERE "id" = assertion."id")
        WHEN 'PROPOSAL_LINK' THEN EXISTS (SELECT FROM "ProposalLink" WHERE "id" = assertion."id")
        WHEN 'TITLE' THEN EXISTS (SELECT FROM "Title" WHERE "id" = assertion."id")
        WHEN 'MEMBERSHIP' THEN EXISTS (SELECT FROM "Membership" WHERE "id" = assertion."id")
        WHEN 'PARTICIPATION' THEN EXISTS (SELECT FROM "Participation" WHERE "id" = assertion."id")
        WHEN 'CREDIT' THEN EXISTS (SELECT FROM "Credit" WHERE "id" = assertion."id")
        WHEN 'CLAIM' THEN EXISTS (SELECT FROM "Claim" WHERE "id" = assertion."id")
    END) THEN
        RAISE integrity_constraint_violation USING
            MESSAGE = format('Assertion %s has no row in the table of its type %s', assertion."id", assertion."assertionType"),
            TABLE = 'Assertion', CONSTRAINT = 'Assertion_detail_check';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "Assertion_check" AFTER INSERT OR UPDATE ON "Assertion" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Assertion_check"();
CREATE CONSTRAINT TRIGGER "Position_check" AFTER DELETE ON "Position" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Assertion_check"();
CREATE CONSTRAINT TRIGGER "ProposalStatus_check" AFTER DELETE ON "ProposalStatus" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Assertion_check"();
CREATE CONSTRAINT TRIGGER "ProposalLink_check" AFTER DELETE ON "ProposalLink" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Assertion_check"();
CREATE CONSTRAINT TRIGGER "Title_check" AFTER DELETE ON "Title" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Assertion_check"();
CREATE CONSTRAINT TRIGGER "Membership_check" AFTER DELETE ON "Membership" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Assertion_check"();
CREATE CONSTRAINT TRIGGER "Participation_check" AFTER DELETE ON "Participation" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Assertion_check"();
CREATE CONSTRAINT TRIGGER "Credit_check" AFTER DELETE ON "Credit" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Assertion_check"();
CREATE CONSTRAINT TRIGGER "Claim_check" AFTER DELETE ON "Claim" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Assertion_check"();

INSERT INTO "Revision" ("number", "filesSha256") VALUES (0, repeat('0', 64));
