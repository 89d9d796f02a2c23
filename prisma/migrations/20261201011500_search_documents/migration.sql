-- Names in all scripts, words that are separated by punctuation only, and search over one document per entity.
-- Edit distances, for words with typing errors.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- English without stop words: "WHO" and "IT" are names, and a phrase can contain "of".
CREATE TEXT SEARCH DICTIONARY "english_stems" (TEMPLATE = pg_catalog.snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION "english_words" (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION "english_words" ALTER MAPPING REPLACE pg_catalog.english_stem WITH "english_stems";

-- A sort key with a comma for everything that is neither a letter, a mark, a digit nor a space, so that no database takes
-- it for a part of a word: words with a comma between them are a phrase. Letters of scripts without spaces are words of
-- their own, so that a phrase of them finds a word. Dots between single letters are left out: "u.s." becomes "us". The
-- ranges are Unicode's categories P, S, Z and C (src/text/search-word.ts has the same rules; a test compares them).
CREATE OR REPLACE FUNCTION "plainWords"(key text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN regexp_replace(translate(regexp_replace(regexp_replace(
        -- Full stops are characters for private use until their neighbours are known. Twice, since matches do not overlap.
        regexp_replace(translate(key, '.', e'\uE002'), '[\u0001-\u001f\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u02c2-\u02c5\u02d2-\u02df\u02e5-\u02eb\u02ed\u02ef-\u02ff\u0375\u037e\u0384-\u0385\u0387\u03f6\u0482\u055a-\u055f\u0589-\u058f\u05be\u05c0\u05c3\u05c6\u05f3-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u06dd-\u06de\u06e9\u06fd-\u06fe\u0700-\u070f\u07f6-\u07f9\u07fe-\u07ff\u0830-\u083e\u085e\u0888\u0890-\u0891\u08e2\u0964-\u0965\u0970\u09f2-\u09f3\u09fa-\u09fb\u09fd\u0a76\u0af0-\u0af1\u0b70\u0bf3-\u0bfa\u0c77\u0c7f\u0c84\u0d4f\u0d79\u0df4\u0e3f\u0e4f\u0e5a-\u0e5b\u0f01-\u0f17\u0f1a-\u0f1f\u0f34\u0f36\u0f38\u0f3a-\u0f3d\u0f85\u0fbe-\u0fc5\u0fc7-\u0fda\u104a-\u104f\u109e-\u109f\u10fb\u1360-\u1368\u1390-\u1399\u1400\u166d-\u166e\u1680\u169b-\u169c\u16eb-\u16ed\u1735-\u1736\u17d4-\u17d6\u17d8-\u17db\u1800-\u180a\u180e\u1940-\u1945\u19de-\u19ff\u1a1e-\u1a1f\u1aa0-\u1aa6\u1aa8-\u1aad\u1b4e-\u1b4f\u1b5a-\u1b6a\u1b74-\u1b7f\u1bfc-\u1bff\u1c3b-\u1c3f\u1c7e-\u1c7f\u1cc0-\u1cc7\u1cd3\u1fbd\u1fbf-\u1fc1\u1fcd-\u1fcf\u1fdd-\u1fdf\u1fed-\u1fef\u1ffd-\u206f\u207a-\u207e\u208a-\u208e\u20a0-\u20c1\u2100-\u2101\u2103-\u2106\u2108-\u2109\u2114\u2116-\u2118\u211e-\u2123\u2125\u2127\u2129\u212e\u213a-\u213b\u2140-\u2144\u214a-\u214d\u214f\u218a-\u244a\u249c-\u24e9\u2500-\u2775\u2794-\u2bff\u2ce5-\u2cea\u2cf9-\u2cfc\u2cfe-\u2cff\u2d70\u2e00-\u2e2e\u2e30-\u3004\u3008-\u3020\u3030\u3036-\u3037\u303d-\u303f\u309b-\u309c\u30a0\u30fb\u3190-\u3191\u3196-\u319f\u31c0-\u31ef\u3200-\u321e\u322a-\u3247\u3250\u3260-\u327f\u328a-\u32b0\u32c0-\u33ff\u4dc0-\u4dff\ua490-\ua4c6\ua4fe-\ua4ff\ua60d-\ua60f\ua673\ua67e\ua6f2-\ua716\ua720-\ua721\ua789-\ua78a\ua828-\ua82b\ua836-\ua839\ua874-\ua877\ua8ce-\ua8cf\ua8f8-\ua8fa\ua8fc\ua92e-\ua92f\ua95f\ua9c1-\ua9cd\ua9de-\ua9df\uaa5c-\uaa5f\uaa77-\uaa79\uaade-\uaadf\uaaf0-\uaaf1\uab5b\uab6a-\uab6b\uabeb\ufb29\ufbb2-\ufbd2\ufd3e-\ufd4f\ufd90-\ufd91\ufdc8-\ufdcf\ufdfc-\ufdff\ufe10-\ufe19\ufe30-\ufe6b\ufeff-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\ufffd\U00010100-\U00010102\U00010137-\U0001013f\U00010179-\U00010189\U0001018c-\U000101fc\U0001039f\U000103d0\U0001056f\U00010857\U00010877-\U00010878\U0001091f\U0001093f\U00010a50-\U00010a58\U00010a7f\U00010ac8\U00010af0-\U00010af6\U00010b39-\U00010b3f\U00010b99-\U00010b9c\U00010d6e\U00010d8e-\U00010d8f\U00010ead\U00010ed0-\U00010ed8\U00010f55-\U00010f59\U00010f86-\U00010f89\U00011047-\U0001104d\U000110bb-\U000110c1\U000110cd\U00011140-\U00011143\U00011174-\U00011175\U000111c5-\U000111c8\U000111cd\U000111db\U000111dd-\U000111df\U00011238-\U0001123d\U000112a9\U000113d4-\U000113d8\U0001144b-\U0001144f\U0001145a-\U0001145d\U000114c6\U000115c1-\U000115d7\U00011641-\U00011643\U00011660-\U0001166c\U000116b9\U0001173c-\U0001173f\U0001183b\U00011944-\U00011946\U000119e2\U00011a3f-\U00011a46\U00011a9a-\U00011a9c\U00011a9e-\U00011aa2\U00011b00-\U00011b09\U00011be1\U00011c41-\U00011c45\U00011c70-\U00011c71\U00011ef7-\U00011ef8\U00011f43-\U00011f4f\U00011fd5-\U00011fff\U00012470-\U00012474\U00012ff1-\U00012ff2\U00013430-\U0001343f\U00016a6e-\U00016a6f\U00016af5\U00016b37-\U00016b3f\U00016b44-\U00016b45\U00016d6d-\U00016d6f\U00016e97-\U00016e9a\U00016fe2\U0001bc9c\U0001bc9f-\U0001ccef\U0001ccfa-\U0001cef0\U0001cf50-\U0001d164\U0001d16a-\U0001d16c\U0001d173-\U0001d17a\U0001d183-\U0001d184\U0001d18c-\U0001d1a9\U0001d1ae-\U0001d241\U0001d245\U0001d300-\U0001d356\U0001d6c1\U0001d6db\U0001d6fb\U0001d715\U0001d735\U0001d74f\U0001d76f\U0001d789\U0001d7a9\U0001d7c3\U0001d800-\U0001d9ff\U0001da37-\U0001da3a\U0001da6d-\U0001da74\U0001da76-\U0001da83\U0001da85-\U0001da8b\U0001e14f\U0001e2ff\U0001e5ff\U0001e95e-\U0001e95f\U0001ecac\U0001ecb0\U0001ed2e\U0001eef0-\U0001f0f5\U0001f10d-\U0001fbef\U0001fbfa]', ',', 'g'),
        '(^|[ ,\uE000-\uE003])([^ ,0-9\uE000-\uE003])\uE002(?=[^ ,0-9\uE000-\uE003]([ ,\uE000-\uE003]|$))', e'\\1\\2\uE003', 'g'),
        '(^|[ ,\uE000-\uE003])([^ ,0-9\uE000-\uE003])\uE002(?=[^ ,0-9\uE000-\uE003]([ ,\uE000-\uE003]|$))', e'\\1\\2\uE003', 'g'), e'\uE002\uE003', ','),
        '([\u0e01-\u0e2e\u0e32-\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2-\u0eb3\u0ebd-\u0ec6\u0edc-\u0edf\u1000-\u102a\u103f\u1050-\u1055\u1780-\u17b3\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u17dd\u3099-\u309a]*)', ',\1,', 'g');

-- The words of a sort key with their places, as the full-text search of English sees them.
CREATE OR REPLACE FUNCTION "fullText"(key text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN to_tsvector('"english_words"'::regconfig, "plainWords"(key));

-- The tsquery of a web search: words, "a phrase", or, -not. Stop words count if there are no other words.
CREATE OR REPLACE FUNCTION "fullTextQuery"(key text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (
        SELECT CASE WHEN numnode(q."usual") > 0 THEN q."usual" ELSE websearch_to_tsquery('"english_words"'::regconfig, q."text") END
        FROM (
            SELECT websearch_to_tsquery('pg_catalog.english'::regconfig, w."text") AS "usual", w."text"
            -- Quotation marks, and a minus before a word, are operators: kept as characters for private use.
            FROM (SELECT translate("plainWords"(regexp_replace(translate(key, '"', e'\uE000'), '(^| )-(?=[^ ])', e'\\1\uE001', 'g')), e'\uE000\uE001', '"-') AS "text") w
        ) q
    );

-- The stemmer of a language other than English; null if there is none.
CREATE FUNCTION "stemmer"(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE split_part(language, '-', 1)
        WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig
        WHEN 'ca' THEN 'pg_catalog.catalan'::regconfig
        WHEN 'da' THEN 'pg_catalog.danish'::regconfig
        WHEN 'de' THEN 'pg_catalog.german'::regconfig
        WHEN 'el' THEN 'pg_catalog.greek'::regconfig
        WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
        WHEN 'eu' THEN 'pg_catalog.basque'::regconfig
        WHEN 'fi' THEN 'pg_catalog.finnish'::regconfig
        WHEN 'fr' THEN 'pg_catalog.french'::regconfig
        WHEN 'ga' THEN 'pg_catalog.irish'::regconfig
        WHEN 'hi' THEN 'pg_catalog.hindi'::regconfig
        WHEN 'hu' THEN 'pg_catalog.hungarian'::regconfig
        WHEN 'hy' THEN 'pg_catalog.armenian'::regconfig
        WHEN 'id' THEN 'pg_catalog.indonesian'::regconfig
        WHEN 'it' THEN 'pg_catalog.italian'::regconfig
        WHEN 'lt' THEN 'pg_catalog.lithuanian'::regconfig
        WHEN 'nb' THEN 'pg_catalog.norwegian'::regconfig
        WHEN 'ne' THEN 'pg_catalog.nepali'::regconfig
        WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig
        WHEN 'nn' THEN 'pg_catalog.norwegian'::regconfig
        WHEN 'no' THEN 'pg_catalog.norwegian'::regconfig
        WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
        WHEN 'ro' THEN 'pg_catalog.romanian'::regconfig
        WHEN 'ru' THEN 'pg_catalog.russian'::regconfig
        WHEN 'sr' THEN 'pg_catalog.serbian'::regconfig
        WHEN 'sv' THEN 'pg_catalog.swedish'::regconfig
        WHEN 'ta' THEN 'pg_catalog.tamil'::regconfig
        WHEN 'tr' THEN 'pg_catalog.turkish'::regconfig
        WHEN 'yi' THEN 'pg_catalog.yiddish'::regconfig
    END;

-- Words of a language as its full-text search and that of English see them.
CREATE FUNCTION "stemmed"(language text, words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN to_tsvector('"english_words"'::regconfig, words) || coalesce(to_tsvector("stemmer"(language), words), ''::tsvector);

-- The words of a document. Weights: A its own names and facts, B what it says, C related names, D the rest. Own words are
-- also there as they are written, for queries that are the beginning of a name.
CREATE FUNCTION "searchWords"(language text, own text, body text, related text, further text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN setweight(to_tsvector('pg_catalog.simple'::regconfig, own) || "stemmed"(language, own), 'A')
        || setweight("stemmed"(language, body), 'B')
        || setweight("stemmed"(language, related), 'C')
        || setweight("stemmed"(language, further), 'D');

-- CreateTable
CREATE TABLE "SearchDocument" (
    "nodeId" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C",
    "names" TEXT[] COLLATE "C",
    "sounds" TEXT[] COLLATE "C",
    "texts" TEXT[] COLLATE "C",
    "keys" TEXT[] COLLATE "C",
    "own" TEXT COLLATE "C" NOT NULL,
    "body" TEXT COLLATE "C" NOT NULL,
    "related" TEXT COLLATE "C" NOT NULL,
    "further" TEXT COLLATE "C" NOT NULL,
    "words" tsvector GENERATED ALWAYS AS ("searchWords"("language", "own", "body", "related", "further")) STORED,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("nodeId")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "word" TEXT COLLATE "C" NOT NULL,
    "sound" TEXT COLLATE "C" NOT NULL,
    "length" INTEGER NOT NULL,
    "documents" INTEGER NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "SearchDocument_words_idx" ON "SearchDocument" USING GIN ("words");

-- CreateIndex
CREATE INDEX "SearchDocument_language_idx" ON "SearchDocument"("language");

-- CreateIndex
CREATE INDEX "SearchWord_sound_idx" ON "SearchWord"("sound");

-- CreateIndex
CREATE INDEX "SearchWord_length_idx" ON "SearchWord"("length");

-- A query as a tsquery, in English and in each other language of the documents. Null if it has no words.
CREATE FUNCTION "searchQuery"(expression text) RETURNS tsquery LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        WITH RECURSIVE "languages" AS (
            SELECT min("language") AS "language" FROM "SearchDocument"
            UNION ALL
            SELECT (SELECT min(d."language") FROM "SearchDocument" d WHERE d."language" > l."language") FROM "languages" l WHERE l."language" IS NOT NULL
        ), "configurations" AS (
            SELECT '"english_words"'::regconfig AS "configuration"
            UNION
            SELECT "stemmer"("language") FROM "languages"
        )
        SELECT string_agg('(' || "query"::text || ')', ' | ')::tsquery
        FROM (SELECT to_tsquery("configuration", expression) AS "query" FROM "configurations" WHERE "configuration" IS NOT NULL) q
        WHERE numnode("query") > 0
    );

-- The word that search can find instead of a word that it does not know: one that sounds the same, or the one with the fewest
-- typing errors: at most one in a short word and two in a long one; two letters in the wrong order are one error. Of
-- several, the most frequent; null if there is none.
CREATE FUNCTION "nearestWord"(typed text, "sounding" text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(
        (SELECT "word" FROM "SearchWord" WHERE "word" = typed),
        (SELECT "word" FROM "SearchWord" WHERE "sound" = "sounding" AND length(typed) > 3 ORDER BY "documents" DESC, "word" LIMIT 1),
        (
            SELECT "word" FROM (
                SELECT "word", "documents", "most", CASE
                    WHEN "word" IN (
                        SELECT overlay(typed PLACING reverse(substr(typed, i, 2)) FROM i FOR 2) FROM generate_series(1, length(typed) - 1) i
                    ) THEN 1
                    ELSE levenshtein_less_equal("word", typed, "most")
                END AS "errors"
                FROM (SELECT CASE WHEN length(typed) < 4 THEN 0 WHEN length(typed) < 6 THEN 1 ELSE 2 END AS "most") m
                JOIN "SearchWord" ON "length" BETWEEN length(typed) - "most" AND length(typed) + "most"
                -- The limit of levenshtein is 255 bytes.
                WHERE length(typed) BETWEEN 4 AND 40 AND "length" <= 40
            ) w
            WHERE "errors" <= "most" ORDER BY "errors", "documents" DESC, "word" LIMIT 1
        )
    );

-- Full-text columns that exist are computed again.
DO $$
DECLARE
    "changed" record;
BEGIN
    FOR "changed" IN
        SELECT c.oid::regclass AS "table",
            string_agg(format('%1$I = %1$I', left(a.attname, -5) || 'Key'), ', ') AS "keys",
            string_agg(format('%I IS DISTINCT FROM "fullText"(%I)', a.attname, left(a.attname, -5) || 'Key'), ' OR ') AS "differs"
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE a.attgenerated = 's' AND a.attname LIKE '%Words' AND c.relnamespace = current_schema()::regnamespace
        GROUP BY c.oid
    LOOP
        EXECUTE format('UPDATE %s SET %s WHERE %s', "changed"."table", "changed"."keys", "changed"."differs");
    END LOOP;
END $$;
