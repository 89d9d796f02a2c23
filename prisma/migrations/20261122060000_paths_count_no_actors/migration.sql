-- All actors that are tied to one of these, in the order of actors. Where finding them would take more rows than there
-- are actors, all actors: the search goes on as well with too many, it only has more to try.
CREATE OR REPLACE FUNCTION "tiedTo"(ids text[], via text[], OUT actors text[], OUT rows int)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET work_mem = '64MB' AS $$
DECLARE
    -- About as many as there are: to count them would be to read them all.
    most int := (SELECT greatest("reltuples", 1000) FROM pg_class WHERE oid = '"Actor"'::regclass);
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
