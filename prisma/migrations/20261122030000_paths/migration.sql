-- What ties actors to each other, and the search for paths between them. Prisma knows nothing of views and functions.

-- DropIndex
DROP INDEX "Mention_actorId_idx";

-- CreateIndex
CREATE INDEX "Mention_actorId_form_articleId_idx" ON "Mention"("actorId", "form", "articleId");

-- CreateIndex
CREATE INDEX "Mention_articleId_form_actorId_idx" ON "Mention"("articleId", "form", "actorId");

-- The ends of ties: two actors are tied by a kind where both have a row with the same context, and the `end` of
-- one is the `otherEnd` of the other. Only rows that count, `counts`, tie. Without a WHERE of its own and without
-- joins, so that the planner sees through it to the one or two tables of the kind asked for.
CREATE VIEW "ActorTie" AS
-- Both are named in an article.
SELECT 'MENTIONED_TOGETHER' AS "kind", "actorId", "articleId" AS "contextId", '' AS "end", '' AS "otherEnd",
    "form" IN ('NAME', 'INSERTION') AS "counts", NULL AS "assertionId", "articleId"
FROM "Mention"
UNION ALL
-- Both were present at an event: who is only expected is not, and who signed a document need not have been.
SELECT 'MET', "actorId", "eventId", '', '', "role" IN ('HOST', 'PARTICIPANT', 'REMOTE'), "id", NULL
FROM "Participation"
UNION ALL
-- One holds or held a title of the other.
SELECT 'TITLE', "personId", "id", 'holder', 'organisation', "organisationId" IS NOT NULL, "id", NULL FROM "Title"
UNION ALL
SELECT 'TITLE', "organisationId", "id", 'organisation', 'holder', true, "id", NULL FROM "Title"
UNION ALL
-- One belongs to the other.
SELECT 'MEMBER', "memberId", "id", 'member', 'group', true, "id", NULL FROM "Membership"
UNION ALL
SELECT 'MEMBER', "groupId", "id", 'group', 'member', true, "id", NULL FROM "Membership"
UNION ALL
SELECT 'MEMBER', "id", "id", 'member', 'organisation', "memberOfId" IS NOT NULL, NULL, "articleId" FROM "Source"
UNION ALL
SELECT 'MEMBER', "memberOfId", "id", 'organisation', 'member', true, NULL, "articleId" FROM "Source"
UNION ALL
SELECT 'MEMBER', "id", "id", 'part', 'whole', "partOfId" IS NOT NULL, NULL, "articleId" FROM "Source"
UNION ALL
SELECT 'MEMBER', "partOfId", "id", 'whole', 'part', true, NULL, "articleId" FROM "Source"
UNION ALL
-- Both are for a proposal, or both against it.
SELECT 'SAME_SIDE', "actorId", "proposalId", "side"::text, "side"::text, "side" <> 'NEITHER', "id", NULL FROM "Position"
UNION ALL
-- One is for a proposal, the other against it.
SELECT 'OPPOSITE_SIDES', "actorId", "proposalId", "side"::text, CASE "side" WHEN 'FOR' THEN 'AGAINST' ELSE 'FOR' END,
    "side" <> 'NEITHER', "id", NULL
FROM "Position";

-- Ends a statement with an error of ours: a code of the API, what to tell the client, and the field of the answer.
CREATE FUNCTION "refuse"(code text, message text, field text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'ONREC', MESSAGE = message, DETAIL = code, HINT = field;
END $$;

-- For each kind, how many ties begin at these actors; counts no further than `most`. One plan serves all questions:
-- making plans would take longer than counting.
CREATE FUNCTION "tieCounts"(ids text[], via text[], most int) RETURNS int[]
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN ARRAY(
        SELECT (SELECT count(*)::int FROM (
            SELECT FROM "ActorTie" WHERE "kind" = k AND "counts" AND "actorId" = ANY (ids) LIMIT most) t)
        FROM unnest(via) WITH ORDINALITY v(k, place) ORDER BY place);
END $$;

-- All actors that are tied to one of these, in the order of actors. Where finding them would take more rows than there
-- are actors, all actors: the search goes on as well with too many, it only has more to try.
CREATE FUNCTION "tiedTo"(ids text[], via text[], OUT actors text[], OUT rows int)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET work_mem = '64MB' AS $$
DECLARE
    most int := (SELECT count(*) FROM "Actor");
    found int[] := "tieCounts"(ids, via, 1);
    k text;
    tied text[];
    read int;
BEGIN
    actors := '{}';
    rows := 0;
    FOR place IN 1 .. cardinality(via) LOOP
        CONTINUE WHEN found[place] = 0;
        k := via[place];
        WITH tie AS MATERIALIZED (
            SELECT y."actorId"
            FROM (SELECT "contextId", "otherEnd", min("actorId") AS "first", max("actorId") AS "last"
                FROM "ActorTie" WHERE "kind" = k AND "counts" AND "actorId" = ANY (ids) GROUP BY 1, 2) x
            JOIN "ActorTie" y ON y."contextId" = x."contextId" AND y."end" = x."otherEnd"
            WHERE y."kind" = k AND y."counts" AND (y."actorId" <> x."first" OR y."actorId" <> x."last")
            LIMIT most - rows + 1)
        SELECT ARRAY(SELECT DISTINCT "actorId" FROM tie), (SELECT count(*) FROM tie) INTO tied, read;
        actors := actors || tied;
        rows := rows + read;
        EXIT WHEN rows > most;
    END LOOP;
    actors := ARRAY(SELECT "id" FROM "Actor" WHERE rows > most OR "id" = ANY (actors) ORDER BY "sortKey", "id");
END $$;

-- Those of the `near` actors that are tied to one of the `far` ones.
CREATE FUNCTION "tiedBetween"(near text[], far text[], via text[]) RETURNS text[]
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET work_mem = '64MB' AS $$
DECLARE
    actors text[] := '{}';
    k text;
BEGIN
    FOREACH k IN ARRAY via LOOP
        actors := actors || ARRAY(
            SELECT DISTINCT y."actorId"
            FROM (SELECT "contextId", "otherEnd", min("actorId") AS "first", max("actorId") AS "last"
                FROM "ActorTie" WHERE "kind" = k AND "counts" AND "actorId" = ANY (far) GROUP BY 1, 2) x
            JOIN "ActorTie" y ON y."contextId" = x."contextId" AND y."end" = x."otherEnd"
            WHERE y."kind" = k AND y."counts" AND y."actorId" = ANY (near)
                AND (y."actorId" <> x."first" OR y."actorId" <> x."last"));
    END LOOP;
    RETURN ARRAY(SELECT a FROM unnest(near) WITH ORDINALITY n(a, place) WHERE a = ANY (actors) ORDER BY place);
END $$;

-- Actors in order: PostgreSQL has no arrays of arrays of different lengths.
CREATE TYPE "ActorSet" AS ("ids" text[]);

-- The beginning of a path: its actors from the first on, and the kinds of its steps.
CREATE TYPE "PathStart" AS ("actors" text[], "kinds" text[]);

-- The beginnings of paths, each with one step more to one of the `far` actors, in order. `rows` are the ties that
-- this read; above `most` there is no answer.
CREATE FUNCTION "oneStepOn"(starts "PathStart"[], far text[], via text[], most int, OUT longer "PathStart"[], OUT rows int)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET work_mem = '64MB' AS $$
DECLARE
    near text[] := ARRAY(SELECT DISTINCT s."actors"[cardinality(s."actors")] FROM unnest(starts) s);
    ahead int[] := "tieCounts"(near, via, most + 1);
    -- As far as it matters below.
    behind int[] := "tieCounts"(far, via, least(most, 16 * (SELECT max(n) FROM unnest(ahead) n)) + 1);
    steps "PathStart"[] := '{}';
BEGIN
    rows := 0;
    FOR k IN 1 .. cardinality(via) LOOP
        CONTINUE WHEN ahead[k] = 0 OR behind[k] = 0;
        -- Read are either the ties of both ends, or those of one and what they lead to.
        rows := rows + least(ahead[k]::bigint + behind[k], 16::bigint * least(ahead[k], behind[k]), most + 1);
        EXIT WHEN rows > most;
        steps := steps || ARRAY(
            SELECT DISTINCT ROW(ARRAY[x."actorId", y."actorId"], ARRAY[via[k]])::"PathStart"
            FROM "ActorTie" x
            JOIN "ActorTie" y ON y."contextId" = x."contextId" AND y."end" = x."otherEnd"
            WHERE x."kind" = via[k] AND x."counts" AND x."actorId" = ANY (near)
                AND y."kind" = via[k] AND y."counts" AND y."actorId" = ANY (far) AND y."actorId" <> x."actorId");
    END LOOP;
    longer := ARRAY(
        SELECT ROW(s."actors" || f."id", s."kinds" || t."kinds")::"PathStart"
        FROM unnest(starts) WITH ORDINALITY s("actors", "kinds", "place")
        JOIN unnest(steps) t ON t."actors"[1] = s."actors"[cardinality(s."actors")]
        JOIN unnest(far) WITH ORDINALITY f("id", "place") ON f."id" = t."actors"[2] AND f."id" <> ALL (s."actors")
        ORDER BY s."place", f."place", array_position(via, t."kinds"[1]));
    rows := rows + cardinality(longer);
END $$;

-- The first `wanted` paths that go on from these beginnings with one actor of each stage. One beginning after the
-- other, in order, first with few actors of the next stage, then with more and more at once: it reads little where
-- paths abound.
CREATE FUNCTION "pathsFrom"(starts "PathStart"[], stages "ActorSet"[], via text[], wanted int, most int, OUT paths "PathStart"[], OUT rows int)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    far text[] := stages[1]."ids";
    place int := 1;
    size int := 1;
    far_place int;
    far_size int;
    longer "PathStart"[];
    more "PathStart"[];
    used int;
BEGIN
    rows := 0;
    IF cardinality(stages) = 0 THEN
        paths := starts[:wanted];
        RETURN;
    END IF;
    paths := '{}';
    WHILE place <= cardinality(starts) LOOP
        far_place := 1;
        far_size := CASE size WHEN 1 THEN 16 ELSE cardinality(far) END;
        WHILE far_place <= cardinality(far) LOOP
            SELECT * INTO longer, used
            FROM "oneStepOn"(starts[place:place + size - 1], far[far_place:far_place + far_size - 1], via, most - rows);
            rows := rows + used;
            IF rows > most THEN
                RETURN;
            END IF;
            SELECT * INTO more, used FROM "pathsFrom"(longer, stages[2:], via, wanted - cardinality(paths), most - rows);
            rows := rows + used;
            paths := paths || more;
            IF rows > most OR cardinality(paths) >= wanted THEN
                RETURN;
            END IF;
            far_place := far_place + far_size;
            far_size := far_size * 8;
        END LOOP;
        place := place + size;
        size := size * 8;
    END LOOP;
END $$;

-- The first `wanted` paths between two actors: by length, then step by step by the actor that the step leads to (in
-- the order of actors) and the kind (in the order of `via`). The search goes from both ends, each time on from the
-- end that has fewer ties; it may read `budget` ties.
CREATE FUNCTION "paths"(source text, target text, via text[], longest int, wanted int, budget int, field text)
RETURNS TABLE ("path" int, "step" int, "kind" text, "fromId" text, "toId" text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    -- The actors that a walk of 0, 1, 2 ... steps from the source (to the target) leads to, on the way past neither.
    forward "ActorSet"[] := ARRAY[ROW(ARRAY[source])]::"ActorSet"[];
    backward "ActorSet"[] := ARRAY[ROW(ARRAY[target])]::"ActorSet"[];
    ahead int;
    behind int;
    rest int := budget;
    found int := 0;
    stages "ActorSet"[];
    reached text[];
    starts "PathStart"[];
    used int;
BEGIN
    IF source = target OR wanted = 0 THEN
        RETURN;
    END IF;
    FOR length IN 1 .. longest LOOP
        stages := backward;
        reached := backward[1]."ids";
        FOR stage IN REVERSE cardinality(forward) .. 2 LOOP
            reached := forward[stage]."ids";
            IF cardinality(forward) > 2 THEN
                reached := "tiedBetween"(reached, stages[1]."ids", via);
            END IF;
            stages := ROW(reached)::"ActorSet" || stages;
        END LOOP;
        SELECT * INTO starts, used
        FROM "pathsFrom"(ARRAY[ROW(ARRAY[source], '{}')]::"PathStart"[], stages, via, wanted - found, rest);
        rest := rest - used;
        EXIT WHEN rest < 0;
        RETURN QUERY SELECT found + s."path"::int, t."step"::int, t."kind", s."actors"[t."step"], s."actors"[t."step" + 1]
        FROM unnest(starts) WITH ORDINALITY s("actors", "kinds", "path"),
            unnest(s."kinds") WITH ORDINALITY t("kind", "step");
        found := found + cardinality(starts);
        IF found >= wanted OR length = longest THEN
            RETURN;
        END IF;
        -- Counts no further than to know which is less.
        behind := (SELECT sum(n) FROM unnest("tieCounts"(backward[1]."ids", via, 1000)) n);
        ahead := (SELECT sum(n) FROM unnest("tieCounts"(forward[cardinality(forward)]."ids", via, behind + 1)) n);
        SELECT * INTO reached, used
        FROM "tiedTo"(CASE WHEN ahead <= behind THEN forward[cardinality(forward)]."ids" ELSE backward[1]."ids" END, via);
        rest := rest - used;
        EXIT WHEN rest < 0;
        reached := ARRAY(SELECT a FROM unnest(reached) WITH ORDINALITY r(a, place) WHERE a NOT IN (source, target) ORDER BY place);
        IF cardinality(reached) = 0 THEN
            RETURN;
        ELSIF ahead <= behind THEN
            forward := forward || ROW(reached)::"ActorSet";
        ELSE
            backward := ROW(reached)::"ActorSet" || backward;
        END IF;
    END LOOP;
    PERFORM "refuse"('COST_EXCEEDED', format('%s: the search took more than the %s rows that it may read: %s', field, budget, CASE
        WHEN found > 0 THEN format('first: %s passes, with the paths that are shorter; or ask for fewer kinds in `via`', found)
        WHEN cardinality(forward) + cardinality(backward) = 2 THEN 'ask for fewer kinds in `via`'
        ELSE format('maxLength: %s passes, and finds none; or ask for fewer kinds in `via`',
            cardinality(forward) + cardinality(backward) - 2) END), field);
END $$;

-- What documents that two actors are tied: the first event or proposal in order, where the kind has one, and the first
-- article that documents both ends of that; null where no single article does.
CREATE FUNCTION "tieEvidence"(tie text, one text, other text, OUT "eventId" text, OUT "proposalId" text, OUT "articleId" text)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET work_mem = '64MB' AS $$
BEGIN
    SELECT e."id", p."id", a."id" INTO "eventId", "proposalId", "articleId"
    FROM "ActorTie" x
    JOIN "ActorTie" y ON y."contextId" = x."contextId" AND y."end" = x."otherEnd"
    LEFT JOIN "Assertion" s ON s."id" = x."assertionId"
    LEFT JOIN "Assertion" t ON t."id" = y."assertionId"
    LEFT JOIN "Event" e ON tie = 'MET' AND e."id" = x."contextId"
    LEFT JOIN "Proposal" p ON tie IN ('SAME_SIDE', 'OPPOSITE_SIDES') AND p."id" = x."contextId"
    LEFT JOIN "Article" a ON a."id" = coalesce(x."articleId", s."articleId")
        AND a."id" = coalesce(y."articleId", t."articleId")
    WHERE x."kind" = tie AND x."counts" AND x."actorId" = one AND y."kind" = tie AND y."counts" AND y."actorId" = other
    ORDER BY e."sortKey", e."id", p."sortKey", p."id", a."sortKey", a."id"
    LIMIT 1;
END $$;
