-- Standard rules, as migrate:make writes them from now on
ALTER TABLE "Article" ADD CONSTRAINT "Article_textSha256_check" CHECK ("textSha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "ArticleText" ADD CONSTRAINT "ArticleText_body_check" CHECK ("body" <> '');
ALTER TABLE "Proposal" DROP CONSTRAINT "Proposal_name_check";
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_name_check" CHECK ("name" <> '');
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_summary_check" CHECK ("summary" <> '');
ALTER TABLE "QuoteDistinction" DROP CONSTRAINT "QuoteDistinction_other_check";
ALTER TABLE "QuoteDistinction" ADD CONSTRAINT "QuoteDistinction_other_check" CHECK ("otherId" <> "quoteId");

CREATE OR REPLACE FUNCTION "Actor_check"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    actor "Actor";
BEGIN
    SELECT * INTO actor FROM "Actor" WHERE "id" = CASE TG_OP WHEN 'DELETE' THEN OLD."id" ELSE NEW."id" END;
    IF NOT FOUND THEN
        RETURN NULL; -- deleted in the same transaction
    END IF;
    IF NOT (CASE actor."actorType"
        WHEN 'PERSON' THEN EXISTS (SELECT FROM "Person" WHERE "id" = actor."id")
        WHEN 'ORGANISATION' THEN EXISTS (SELECT FROM "Organisation" WHERE "id" = actor."id")
        WHEN 'SOURCE' THEN EXISTS (SELECT FROM "Source" WHERE "id" = actor."id")
    END) THEN
        RAISE integrity_constraint_violation USING
            MESSAGE = format('Actor %s has no row in the table of its type %s', actor."id", actor."actorType"),
            TABLE = 'Actor', CONSTRAINT = 'Actor_subtype_check';
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "Assertion_check"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    assertion "Assertion";
BEGIN
    SELECT * INTO assertion FROM "Assertion" WHERE "id" = CASE TG_OP WHEN 'DELETE' THEN OLD."id" ELSE NEW."id" END;
    IF NOT FOUND THEN
        RETURN NULL; -- deleted in the same transaction
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
            TABLE = 'Assertion', CONSTRAINT = 'Assertion_subtype_check';
    END IF;
    RETURN NULL;
END $$;

-- By hand: what the standard rules above no longer contain.
ALTER TABLE "Article" DROP CONSTRAINT "Article_text_check";
ALTER TABLE "Article" ADD CONSTRAINT "Article_textLength_check" CHECK ("textLength" > 0);

-- At the end of a transaction every actor's slug resolves to it.
CREATE FUNCTION "Actor_resolves_check"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    actor "Actor";
BEGIN
    SELECT * INTO actor FROM "Actor" WHERE "id" = NEW."id";
    IF FOUND AND NOT EXISTS (SELECT FROM "ActorSlug" WHERE "slug" = actor."slug" AND "actorId" = actor."id") THEN
        RAISE integrity_constraint_violation USING
            MESSAGE = format('ActorSlug has no row that leads from %s to %s', actor."slug", actor."id"),
            TABLE = 'Actor', CONSTRAINT = 'Actor_resolves_check';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "Actor_resolves_check" AFTER INSERT OR UPDATE ON "Actor" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "Actor_resolves_check"();
