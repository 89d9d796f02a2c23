-- A large generated dataset in addition to the imported one: bench.articles articles, published by 200 outlets; for
-- 100,000 articles about 20,000 people, 500 organisations and 2,000 proposals, proportionally fewer for fewer articles.
-- Everything is chosen by hashes of numbers, so that each run makes the same rows. Few people, outlets and proposals
-- are in very many articles and most in few; about one reference in 25 is to an imported row, so that the questions
-- of the library have answers.
-- Rows are like those of the import (src/import/): ids by natural keys, sort keys, derived links. All texts are ASCII,
-- so that lower() makes their sort keys.

-- A number from 0 to 1 that depends on n and on its purpose.
CREATE FUNCTION pg_temp.random_of(n bigint, purpose int) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (hashint8extended(n, purpose) & 1073741823)::float8 / 1073741824;

-- An integer from 0 to size - 1; the greater `skew`, the more often it is small (1: uniform).
CREATE FUNCTION pg_temp.pick(n bigint, purpose int, size bigint, skew float8 DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN floor(size * pg_temp.random_of(n, purpose) ^ skew)::int;

CREATE FUNCTION pg_temp.one_of(n bigint, purpose int, choices text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN choices[1 + pg_temp.pick(n, purpose, cardinality(choices))];

CREATE FUNCTION pg_temp.id_of(model text, key text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN model || '_' || left(translate(encode(sha256(convert_to(key, 'UTF8')), 'base64'), '+/', '-_'), 22);

CREATE FUNCTION pg_temp.vocabulary() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN string_to_array(regexp_replace('
    account,address,advance,agency,agenda,aid,amount,answer,appeal,army,arrival,asset,autumn,balance,ballot,bank,bargain,
    barrier,bill,border,branch,bridge,budget,cabinet,camp,capital,case,cause,chair,chamber,change,charge,charter,choice,city,
    claim,clause,coast,committee,concern,conduct,congress,council,court,credit,crisis,custom,damage,deal,debt,decade,decree,
    defence,delay,delegate,demand,detail,device,district,document,doubt,draft,east,economy,edge,effect,effort,election,
    energy,envoy,estate,event,exchange,export,failure,farm,fault,fleet,force,forecast,forum,freight,frontier,fuel,fund,
    future,gain,goal,grain,grant,ground,group,growth,harbour,heat,house,hurdle,import,income,interest,island,issue,journey,
    judge,labour,lake,law,leader,league,lender,letter,limit,loss,mandate,margin,market,measure,media,member,merger,method,
    minister,mission,model,month,morning,mountain,move,nation,navy,network,notice,number,offer,office,oil,opinion,order,
    outcome,output,owner,panel,paper,party,payment,peace,people,period,permit,place,plan,plant,pledge,police,policy,poll,
    power,pressure,price,principle,process,product,promise,proof,prospect,public,purpose,quarter,rail,rate,reaction,reason,
    record,reform,region,rejection,relief,remark,report,request,reserve,retreat,return,review,revolt,rise,risk,road,role,
    route,rule,safety,sanction,school,season,seat,sector,security,senate,session,shelter,ship,shore,signal,site,society,
    south,space,speech,staff,stage,state,statute,steel,stock,storm,strategy,strike,supply,support,surplus,survey,system,
    talks,tax,term,test,threat,title,town,trade,trial,troop,truce,trust,turn,union,value,venture,verdict,veto,view,village,
    vote,voyage,wage,war,warning,water,west,winter,work,worker,world,year,zone', '\s', '', 'g'), ',');

CREATE FUNCTION pg_temp.word(hash bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (pg_temp.vocabulary())[1 + (hash & 255)];

-- Four words.
CREATE FUNCTION pg_temp.phrase_of(hash bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN pg_temp.word(hash) || ' ' || pg_temp.word(hash >> 8) || ' ' || pg_temp.word(hash >> 16) || ' ' || pg_temp.word(hash >> 24);
CREATE FUNCTION pg_temp.phrase(n bigint, purpose int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN pg_temp.phrase_of(hashint8extended(n, purpose));

-- Eight words.
CREATE FUNCTION pg_temp.sentence(n bigint, purpose int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN pg_temp.phrase(n, purpose) || ' ' || pg_temp.phrase(n, purpose + 3000);

CREATE FUNCTION pg_temp.capital(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN upper(left($1, 1)) || substr($1, 2);

CREATE FUNCTION pg_temp.checksum(key text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN encode(sha256(convert_to(key, 'UTF8')), 'hex');

CREATE FUNCTION pg_temp.place(article text, start int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN article || '/' || lpad(start::text, 7, '0');

-- The number of rows of each entity for this many articles, not counting proposals that only one article mentions.
CREATE TEMP TABLE size AS
SELECT articles, greatest(articles / 500, 10) AS outlets, greatest(articles / 5, 50) AS people,
    greatest(articles / 200, 20) AS organisations, greatest(articles / 50, 20) AS proposals, greatest(articles / 40, 20) AS events
FROM (SELECT current_setting('bench.articles')::int AS articles) s;

-- The imported rows that generated ones sometimes refer to are numbered down from -1, the generated ones up from 0.
CREATE TEMP TABLE outlet AS
SELECT -row_number() OVER (ORDER BY "id") AS n, "id", "slug", "name", "kind"::text FROM "Outlet"
UNION ALL
SELECT n, pg_temp.id_of('Outlet', 'outlet ' || n), 'outlet-' || n, pg_temp.capital(pg_temp.phrase(n, 1)) || ' ' || n,
    CASE WHEN n % 10 = 7 THEN 'PLATFORM' WHEN n % 10 = 8 THEN 'BROADCASTER' WHEN n % 10 = 9 THEN 'AGENCY' ELSE 'PUBLISHER' END
FROM size, generate_series(0, outlets - 1) n;

CREATE TEMP TABLE person AS
SELECT -row_number() OVER (ORDER BY a."id") AS n, a."id", a."slug", a."name" FROM "Actor" a WHERE a."actorType" = 'PERSON'
    AND EXISTS (SELECT FROM "Mention" m WHERE m."actorId" = a."id")
UNION ALL
SELECT n, pg_temp.id_of('Person', 'person ' || n), 'person-' || n,
    pg_temp.capital(pg_temp.one_of(n, 2, '{Ada,Ben,Carla,Dmitri,Elif,Farid,Greta,Hugo,Ines,Jonas,Katja,Luca,Marta,Nils,Olga,Pavel,Rosa,Stefan,Tomas,Vera}'))
        || ' ' || pg_temp.capital(pg_temp.word(hashint8extended(n, 3))) || pg_temp.one_of(n, 4, '{son,ova,sen,berg,ini,escu,ich,mann}') || ' ' || n
FROM size, generate_series(0, people - 1) n;

CREATE TEMP TABLE organisation AS
SELECT -row_number() OVER (ORDER BY "id") AS n, "id", "slug", "name" FROM "Actor" WHERE "actorType" = 'ORGANISATION'
UNION ALL
SELECT n, pg_temp.id_of('Organisation', 'organisation ' || n), 'organisation-' || n, pg_temp.capital(pg_temp.phrase(n, 5)) || ' ' || n
FROM size, generate_series(0, organisations - 1) n;

CREATE TEMP TABLE proposal AS
SELECT -row_number() OVER (ORDER BY "id") AS n, "id", "slug", "name" FROM "Proposal"
UNION ALL
SELECT n, pg_temp.id_of('Proposal', 'proposal ' || n), 'proposal-' || n, pg_temp.capital(pg_temp.phrase(n, 6)) || ' ' || n
FROM size, generate_series(0, proposals + articles / 500) n;

CREATE TEMP TABLE event AS
SELECT -row_number() OVER (ORDER BY "id") AS n, "id", "slug", "name" FROM "Event"
UNION ALL
SELECT n, pg_temp.id_of('Event', 'event ' || n), 'event-' || n, pg_temp.capital(pg_temp.phrase(n, 7))
FROM size, generate_series(0, events - 1) n;

CREATE TEMP TABLE known AS
SELECT (SELECT -min(n) FROM outlet) AS outlets, (SELECT -min(n) FROM person) AS people, (SELECT -min(n) FROM organisation) AS organisations,
    (SELECT -min(n) FROM proposal) AS proposals, (SELECT -min(n) FROM event) AS events;

ANALYZE outlet, person, organisation, proposal, event;

-- Which of them a row is about: mostly generated ones, low numbers most often.
CREATE FUNCTION pg_temp.choose(n bigint, purpose int, generated bigint, imported bigint, skew float8, imported_share float8 DEFAULT 0.04) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN pg_temp.random_of(n, purpose + 1000) < imported_share AND imported > 0
    THEN -1 - pg_temp.pick(n, purpose + 2000, imported) ELSE pg_temp.pick(n, purpose, generated, skew) END;

INSERT INTO "Outlet" ("id", "slug", "sortKey", "name", "nameKey", "kind", "website")
SELECT "id", "slug", lower("name"), "name", lower("name"), "kind"::"OutletKind", CASE WHEN n % 3 = 0 THEN "slug" || '.example' END
FROM outlet WHERE n >= 0;

INSERT INTO "Actor" ("id", "slug", "sortKey", "name", "nameKey", "actorType")
SELECT "id", "slug", lower("name"), "name", lower("name"), 'PERSON'::"ActorType" FROM person WHERE n >= 0
UNION ALL
SELECT "id", "slug", lower("name"), "name", lower("name"), 'ORGANISATION'::"ActorType" FROM organisation WHERE n >= 0;
INSERT INTO "Person" ("id", "actorType") SELECT "id", 'PERSON' FROM person WHERE n >= 0;
INSERT INTO "Organisation" ("id", "actorType", "kind")
SELECT "id", 'ORGANISATION', pg_temp.one_of(n, 8, '{STATE,STATE,BODY,GOVERNMENT,OFFICE,COMPANY,COMPANY,GROUP}')::"OrganisationKind" FROM organisation WHERE n >= 0;

INSERT INTO "Proposal" ("id", "slug", "sortKey", "name", "nameKey", "kind", "summary", "summaryKey")
SELECT "id", "slug", lower("name"), "name", lower("name"),
    pg_temp.one_of(n, 9, '{PLAN,PACKAGE,MEASURE,MEASURE,DEMAND,CONCESSION,GOAL,DECISION,PROCEDURE,DOCUMENT}')::"ProposalKind", s, lower(s)
FROM proposal, LATERAL (SELECT pg_temp.capital(pg_temp.sentence(n, 10) || ' ' || pg_temp.sentence(n, 10 + 6000)) AS s) s WHERE n >= 0;

INSERT INTO "Event" ("id", "slug", "sortKey", "name", "nameKey", "kind", "place", "placeKey", "whenEarliest", "whenLatest", "whenBasis")
SELECT "id", "slug", coalesce(day::text, '9999') || ' ' || lower("name"), "name", lower("name"),
    pg_temp.one_of(n, 11, '{MEETING,MEETING,MEETING,CALL,BROADCAST,DECISION,PUBLICATION,SIGNING}')::"EventKind", place, lower(place),
    day, day, CASE WHEN day IS NOT NULL THEN 'DERIVED'::"Basis" END
FROM event, LATERAL (SELECT CASE WHEN n % 10 > 0 THEN date '2023-01-01' + pg_temp.pick(n, 12, 1200) END AS day,
    CASE WHEN n % 4 > 0 THEN pg_temp.capital(pg_temp.word(hashint8extended(n, 13))) END AS place) e
WHERE n >= 0;
INSERT INTO "EventProposal" ("eventId", "proposalId")
SELECT DISTINCT e."id", p."id" FROM known CROSS JOIN size CROSS JOIN event e CROSS JOIN generate_series(0, 1) k
JOIN LATERAL (SELECT pg_temp.choose(e.n * 2 + k, 14, size.proposals, known.proposals, 2) AS n) c ON true JOIN proposal p ON p.n = c.n
WHERE e.n >= 0;

-- Articles, about one every half hour; half of them have an unnamed speaker, `source`.
CREATE TEMP TABLE article AS
SELECT n, pg_temp.id_of('Article', '["' || slug || '"]') AS "id", slug, pg_temp.capital(headline) AS headline,
    date '2023-01-01' + (n::bigint * 1200 / articles)::int AS day,
    CASE WHEN n % 2 = 0 THEN pg_temp.id_of('Source', slug || '.source') END AS source
FROM size, generate_series(0, articles - 1) n, LATERAL (SELECT pg_temp.sentence(n, 15) AS headline) h,
    LATERAL (SELECT 'a' || lpad(n::text, 6, '0') || '-' || replace(pg_temp.phrase(n, 15), ' ', '-') AS slug) s;

ANALYZE article;
-- Four articles in five are their own origin, the fifth derives from the one before.
INSERT INTO "Origin" ("id", "sortKey") SELECT pg_temp.id_of('Origin', '["' || slug || '"]'), slug FROM article WHERE n % 5 < 4;
INSERT INTO "Article" ("id", "slug", "sortKey", "headline", "headlineKey", "shortName", "shortNameKey", "section", "sectionKey", "language", "url", "summary", "summaryKey",
    "dateline", "datelineKey", "publishedEarliest", "publishedLatest", "publishedBasis", "updatedEarliest", "updatedLatest", "updatedTime", "updatedBasis",
    "originKind", "originBasis", "sharedOriginId", "textSha256", "textLength")
SELECT "id", slug, slug, headline, lower(headline), headline, lower(headline), section, lower(section), CASE WHEN n % 20 = 0 THEN 'de' ELSE 'en' END,
    CASE WHEN n % 3 > 0 THEN 'https://outlet.example/' || slug END, summary, lower(summary), dateline, lower(dateline),
    published, published, CASE WHEN published IS NOT NULL THEN 'STATED'::"Basis" END,
    updated, updated, CASE WHEN updated IS NOT NULL THEN '6:05 AM' END, CASE WHEN updated IS NOT NULL THEN 'STATED'::"Basis" END,
    pg_temp.one_of(n, 16, '{ORIGINAL,ORIGINAL,ORIGINAL,SYNDICATED,SYNDICATED,REPOST,SUSPECTED_REWRITE,UNKNOWN}')::"OriginKind", 'STATED', origin,
    pg_temp.checksum(slug), 3000 + pg_temp.pick(n, 17, 5000)
FROM (SELECT *, lag(slug) OVER (ORDER BY n) AS before FROM article) article, LATERAL (SELECT
    CASE WHEN n % 5 > 0 THEN pg_temp.one_of(n, 18, '{Politics,World,Business,Europe,Security}') END AS section,
    pg_temp.capital(pg_temp.sentence(n, 19) || ' ' || pg_temp.sentence(n, 19 + 6000)) AS summary,
    CASE WHEN n % 4 = 0 THEN upper(pg_temp.word(hashint8extended(n, 20))) END AS dateline,
    CASE WHEN n % 10 > 0 THEN day END AS published,
    CASE WHEN n % 7 = 0 THEN day + 1 END AS updated,
    pg_temp.id_of('Origin', '["' || CASE WHEN n % 5 < 4 THEN slug ELSE before END || '"]') AS origin) v;

INSERT INTO "Actor" ("id", "slug", "sortKey", "name", "nameKey", "actorType")
SELECT source, slug || '-source', lower(v), v, lower(v), 'SOURCE'
FROM article, LATERAL (SELECT 'Officials (' || slug || ')' AS v) v WHERE source IS NOT NULL;
INSERT INTO "Source" ("id", "actorType", "printedAs", "printedAsKey", "collective", "anonymityReason", "anonymityReasonKey", "articleId", "memberOfId")
SELECT source, 'SOURCE', printed, lower(printed), a.n % 3 > 0, reason, lower(reason), a."id", o."id"
FROM known CROSS JOIN size CROSS JOIN article a
JOIN LATERAL (SELECT pg_temp.one_of(a.n, 21, '{Officials,One official,A diplomat,Several diplomats,An adviser}') AS printed,
    CASE WHEN pg_temp.random_of(a.n, 22) < 0.15 THEN 'speaking about ' || pg_temp.phrase(a.n, 22) END AS reason,
    CASE WHEN pg_temp.random_of(a.n, 23) < 0.7 THEN pg_temp.choose(a.n, 23, size.organisations, known.organisations, 3, 0.1) END AS organisation) v ON true
LEFT JOIN organisation o ON o.n = v.organisation
WHERE source IS NOT NULL;
INSERT INTO "ActorSlug" ("slug", "actorId") SELECT "slug", "id" FROM "Actor" ON CONFLICT DO NOTHING;

SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;

-- Aliases: some names of people, organisations and proposals, most of them used by an article.
INSERT INTO "Alias" ("id", "sortKey", "text", "textKey", "kind", "actorId", "proposalId", "articleId")
SELECT pg_temp.id_of('Alias', 'alias ' || a.n), lower(t), t, lower(t),
    pg_temp.one_of(a.n, 24, '{SPELLING,SHORT,HONORIFIC,METONYM,DESCRIPTION,DIACRITIC}')::"AliasKind", coalesce(p."id", o."id"), r."id", a."id"
FROM known CROSS JOIN size CROSS JOIN article a
JOIN LATERAL (SELECT pg_temp.random_of(a.n, 25) AS which) w ON true
LEFT JOIN person p ON which < 0.6 AND p.n = pg_temp.choose(a.n, 26, size.people, known.people, 2)
LEFT JOIN organisation o ON which >= 0.6 AND which < 0.8 AND o.n = pg_temp.choose(a.n, 27, size.organisations, known.organisations, 2)
LEFT JOIN proposal r ON which >= 0.8 AND r.n = pg_temp.choose(a.n, 28, size.proposals, known.proposals, 2)
JOIN LATERAL (SELECT CASE WHEN p."id" IS NOT NULL THEN 'Mr ' || split_part(p."name", ' ', 2)
    ELSE 'the ' || pg_temp.phrase(a.n, 29) END AS t) t ON true;

-- Wordings, one to three per article. Of every seven, the first makes a new quote; each of the others has a chance of
-- one in six to repeat an earlier or imported quote, in the same or in other words.
CREATE TEMP TABLE imported_quote AS
SELECT -row_number() OVER (ORDER BY q."id") AS n, q."id", q."text", CASE WHEN a."actorType" <> 'SOURCE' THEN a."id" END AS speaker
FROM "Quote" q LEFT JOIN "Actor" a ON a."id" = q."speakerId";
CREATE TEMP TABLE wording AS
SELECT w, k, a.n, a."id" AS article, a.slug, a.day, a.source,
    CASE WHEN w % 7 = 0 OR random_of > 0.15 THEN w
        WHEN random_of < 0.002 AND imported > 0 THEN -1 - pg_temp.pick(w, 31, imported)
        ELSE 7 * (pg_temp.pick(w, 32, w) / 7) END AS quote
FROM article a, generate_series(0, 2) k, LATERAL (SELECT a.n::bigint * 3 + k AS w) w, LATERAL (SELECT pg_temp.random_of(w, 30)) r,
    LATERAL (SELECT count(*) AS imported FROM imported_quote) i
WHERE k <= pg_temp.pick(a.n, 33, 3);
-- A quote whose first wording was left out above begins with its next wording.
UPDATE wording SET quote = w WHERE quote >= 0 AND quote NOT IN (SELECT w FROM wording);
CREATE UNIQUE INDEX ON wording (w);
ANALYZE wording;

CREATE TEMP TABLE quote AS
SELECT q, pg_temp.id_of('Quote', 'quote ' || q) AS "id", pg_temp.capital(pg_temp.phrase(q, 34) || CASE q % 3 WHEN 0 THEN '' WHEN 1 THEN ' ' || pg_temp.phrase(q, 35) ELSE ' ' || pg_temp.sentence(q, 35) END) AS text, w.slug, w.article,
    w.source AS source,
    CASE WHEN kind < 0.7 THEN pg_temp.choose(q, 37, size.people, known.people, 2.5) END AS person,
    CASE WHEN kind >= 0.7 AND kind < 0.82 THEN pg_temp.choose(q, 38, size.organisations, known.organisations, 2) END AS organisation,
    kind >= 0.82 AND kind < 0.95 AS unnamed, k
FROM known CROSS JOIN size CROSS JOIN wording w CROSS JOIN LATERAL (SELECT w AS q, pg_temp.random_of(w, 36) AS kind) v
WHERE quote = w;

ANALYZE imported_quote, quote;
INSERT INTO "Quote" ("id", "slug", "sortKey", "text", "textKey", "speakerId", "consistent", "eventId")
SELECT q."id", 'quote-' || q, pg_temp.place(q.slug, 200 + k * 400), q.text, lower(q.text),
    coalesce(p."id", o."id", CASE WHEN unnamed THEN source END), true, e."id"
FROM known CROSS JOIN size CROSS JOIN quote q LEFT JOIN person p ON p.n = q.person LEFT JOIN organisation o ON o.n = q.organisation
LEFT JOIN event e ON pg_temp.random_of(q, 39) < 0.1 AND e.n = pg_temp.choose(q, 40, size.events, known.events, 2);
INSERT INTO "QuoteAbout" ("quoteId", "actorId")
SELECT q."id", p."id" FROM known CROSS JOIN size CROSS JOIN quote q JOIN person p ON p.n = pg_temp.choose(q, 41, size.people, known.people, 3)
WHERE pg_temp.random_of(q, 42) < 0.5;
INSERT INTO "QuoteProposal" ("quoteId", "proposalId")
SELECT q."id", p."id" FROM known CROSS JOIN size CROSS JOIN quote q JOIN proposal p ON p.n = pg_temp.choose(q, 43, size.proposals, known.proposals, 2)
WHERE pg_temp.random_of(q, 44) < 0.5;

INSERT INTO "Wording" ("id", "sortKey", "quoteId", "articleId", "text", "textKey", "start", "end", "sha256", "ordinal", "rendering", "form", "zone",
    "paragraph", "gloss", "glossKey", "speakerId", "speakerTitleId", "attribution", "attributedAs", "attributedAsKey", "medium", "carrierId", "venue", "venueKey",
    "saidEarliest", "saidLatest", "saidBasis", "insertions", "basis", "wholeStart", "wholeEnd")
SELECT pg_temp.id_of('Wording', 'wording ' || w), pg_temp.place(w.slug, start), coalesce(q."id", i."id"), w.article,
    v.text, lower(v.text), start, start + coalesce(char_length(v.text), 60), pg_temp.checksum('wording ' || w), w.k + 1, rendering::"Rendering",
    CASE WHEN v.text IS NOT NULL THEN pg_temp.one_of(w, 45, '{FULL,FRAGMENT}')::"WordingForm" END, CASE rendering WHEN 'ECHO' THEN 'HEADLINE' ELSE 'BODY' END::"Zone",
    3 + w.k * 4, gloss, lower(gloss), v.speaker, NULL,
    CASE WHEN v.speaker IS NULL THEN 'IMPLICIT' ELSE pg_temp.one_of(w, 46, '{EXPLICIT,EXPLICIT,EXPLICIT,CONTINUED,TERM}') END::"Attribution",
    attributed, lower(attributed),
    CASE WHEN carrier IS NOT NULL THEN CASE c.kind WHEN 'PLATFORM' THEN 'PLATFORM' ELSE 'BROADCAST' END
        ELSE pg_temp.one_of(w, 47, '{SPOKEN,SPOKEN,TO_REPORTERS,DOCUMENT,UNKNOWN,UNKNOWN}') END::"Medium", c."id", venue, lower(venue),
    CASE WHEN w % 20 > 0 THEN said END, said, CASE WHEN said IS NOT NULL THEN 'DERIVED'::"Basis" END,
    CASE WHEN pg_temp.random_of(w, 48) < 0.03 THEN ARRAY[pg_temp.phrase(w, 48)] ELSE '{}' END,
    CASE rendering WHEN 'REPORTED' THEN 'INFERRED' ELSE 'STATED' END::"Basis", CASE WHEN v.text IS NOT NULL THEN 0 END, char_length(v.text)
FROM known CROSS JOIN size CROSS JOIN (SELECT *, 200 + k * 400 AS start,
        CASE WHEN quote = w OR pg_temp.random_of(w, 49) < 0.6 THEN pg_temp.one_of(w, 50, '{QUOTED,QUOTED,QUOTED,QUOTED,QUOTED,QUOTED,QUOTED,QUOTED,ECHO,QUOTED}') ELSE 'REPORTED' END AS rendering,
        CASE WHEN pg_temp.random_of(w, 51) < 0.08 THEN pg_temp.pick(w, 52, outlets / 10) * 10 + 7 + pg_temp.pick(w, 53, 2) END AS carrier
    FROM wording, (SELECT outlets FROM size) s) w
LEFT JOIN imported_quote i ON i.n = w.quote
LEFT JOIN quote x ON x.q = w.quote LEFT JOIN "Quote" q ON q."id" = x."id"
LEFT JOIN outlet c ON c.n = w.carrier
JOIN LATERAL (SELECT
    CASE WHEN rendering <> 'REPORTED' THEN CASE WHEN quote = w OR w % 2 = 0 THEN coalesce(q."text", i."text") ELSE rtrim(left(coalesce(q."text", i."text"), 30)) END END AS text,
    pg_temp.capital(pg_temp.sentence(w, 54)) AS gloss,
    CASE WHEN quote = w THEN q."speakerId" WHEN pg_temp.random_of(w, 55) < 0.05 OR x.unnamed THEN NULL ELSE coalesce(q."speakerId", i.speaker) END AS speaker,
    CASE WHEN w % 3 = 0 THEN 'The ' || pg_temp.word(hashint8extended(w, 56)) END AS attributed,
    CASE WHEN pg_temp.random_of(w, 57) < 0.15 THEN pg_temp.phrase(w, 57) END AS venue,
    CASE WHEN pg_temp.random_of(w, 58) < 0.4 THEN w.day - pg_temp.pick(w, 58, 3) END AS said) v ON true;

-- What they keep of the quote and what they leave out: each keeps the beginning.
INSERT INTO "WordingPart" ("id", "sortKey", "wordingId", "ordinal", "change", "text", "textKey", "whole", "wholeKey")
SELECT pg_temp.id_of('WordingPart', w."id" || n), w."sortKey" || '/000' || n, w."id", n, change::"WordingChange",
    CASE change WHEN 'KEPT' THEN whole END, CASE change WHEN 'KEPT' THEN lower(whole) END, whole, lower(whole)
FROM "Wording" w JOIN "Quote" q ON q."id" = w."quoteId",
    LATERAL (VALUES (1, 'KEPT', w."text"), (2, 'LEFT_OUT', substr(q."text", char_length(w."text") + 1))) v (n, change, whole)
WHERE w."text" IS NOT NULL AND whole <> '' AND NOT EXISTS (SELECT FROM "WordingPart" p WHERE p."wordingId" = w."id");

SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;

-- Assertions: twelve slots per article, about six of them used.
CREATE TEMP TABLE assertion AS
SELECT s, kind, model, a.n, slot, a."id" AS article, a.slug, a.source, pg_temp.id_of(model, 'assertion ' || s) AS "id"
FROM article a, LATERAL (VALUES (0, 1.0, 'CREDIT', 'Credit'), (1, 0.8, 'CREDIT', 'Credit'), (2, 0.5, 'CREDIT', 'Credit'), (3, 0.7, 'TITLE', 'Title'),
    (4, 0.8, 'POSITION', 'Position'), (5, 0.4, 'POSITION', 'Position'), (6, 0.45, 'PROPOSAL_STATUS', 'ProposalStatus'),
    (7, 0.2, 'PROPOSAL_LINK', 'ProposalLink'), (8, 0.15, 'MEMBERSHIP', 'Membership'), (9, 0.35, 'PARTICIPATION', 'Participation'),
    (10, 0.25, 'PARTICIPATION', 'Participation'), (11, 0.6, 'CLAIM', 'Claim')) t (slot, share, kind, model),
    LATERAL (SELECT a.n::bigint * 12 + slot AS s) s
WHERE pg_temp.random_of(s, 60) < share;
CREATE INDEX ON assertion (kind);
ANALYZE assertion;

INSERT INTO "Assertion" ("id", "sortKey", "assertionType", "articleId", "start", "end", "sha256", "paragraph", "gloss", "glossKey", "basis", "assertedById", "quoteId")
SELECT a."id", pg_temp.place(a.slug, 150 + slot * 210), a.kind::"AssertionType", a.article, 150 + slot * 210, 250 + slot * 210, pg_temp.checksum('assertion ' || s),
    2 + slot, gloss, lower(gloss), pg_temp.one_of(s, 61, '{STATED,STATED,STATED,STATED,DERIVED,INFERRED}')::"Basis",
    CASE WHEN a.kind <> 'CREDIT' AND pg_temp.random_of(s, 62) < 0.3 THEN coalesce(CASE WHEN s % 3 = 0 THEN a.source END, p."id") END,
    CASE WHEN a.kind = 'POSITION' AND pg_temp.random_of(s, 63) < 0.4 THEN q."id" END
FROM known CROSS JOIN size CROSS JOIN assertion a
JOIN LATERAL (SELECT pg_temp.capital(pg_temp.sentence(s, 64)) AS gloss) g ON true
LEFT JOIN person p ON p.n = pg_temp.choose(s, 65, size.people, known.people, 2.5)
LEFT JOIN quote q ON q.q = a.n::bigint * 3;

INSERT INTO "Credit" ("id", "assertionType", "outletId", "contributorId", "capacity", "ordinal", "figure")
SELECT a."id", 'CREDIT', o."id", p."id", CASE slot WHEN 0 THEN 'PUBLISHER' WHEN 1 THEN 'BYLINE' ELSE 'PHOTO' END::"CreditCapacity", slot + 1, CASE WHEN slot = 2 THEN 1 END
FROM known CROSS JOIN size CROSS JOIN assertion a
LEFT JOIN outlet o ON slot <> 1 AND o.n = CASE slot WHEN 0 THEN pg_temp.choose(s, 66, size.outlets, known.outlets, 3, 0.02) ELSE pg_temp.choose(s, 67, size.outlets, known.outlets, 2) END
-- One person in 20 writes articles and appears in none.
LEFT JOIN person p ON slot = 1 AND p.n = 20 * pg_temp.pick(s, 68, (size.people + 16) / 20, 2) + 3
WHERE a.kind = 'CREDIT';
INSERT INTO "ArticlePublisher" ("articleId", "outletId")
SELECT a.article, c."outletId" FROM assertion a JOIN "Credit" c ON c."id" = a."id" WHERE slot = 0;

-- In half of the articles with a title, it is the title of the speaker of the first wording.
INSERT INTO "Title" ("id", "assertionType", "personId", "text", "textKey", "organisationId", "tenure")
SELECT a."id", 'TITLE', coalesce(f."id", p."id"), t, lower(t), o."id", CASE WHEN pg_temp.random_of(s, 69) < 0.1 THEN 'FORMER' ELSE 'CURRENT' END::"Tenure"
FROM known CROSS JOIN size CROSS JOIN assertion a
LEFT JOIN quote q ON q.q = a.n::bigint * 3 AND s % 2 = 0
LEFT JOIN person f ON f.n = q.person
JOIN person p ON p.n = pg_temp.choose(s, 70, size.people, known.people, 2.5)
LEFT JOIN organisation o ON s % 10 > 0 AND o.n = pg_temp.choose(coalesce(f.n, p.n), 71, size.organisations, known.organisations, 2)
JOIN LATERAL (SELECT pg_temp.one_of(s, 72, '{President,Prime Minister,Foreign Minister,Chancellor,Adviser,Spokesman,Chair,Director,Envoy,Commissioner}') AS t) t ON true
WHERE a.kind = 'TITLE';
UPDATE "Wording" w SET "speakerTitleId" = t."id" FROM assertion a JOIN "Title" t ON t."id" = a."id" JOIN wording x ON x.w = a.n::bigint * 3
WHERE a.kind = 'TITLE' AND w."id" = pg_temp.id_of('Wording', 'wording ' || x.w) AND w."speakerId" = t."personId";
INSERT INTO "ActorOrganisation" ("actorId", "organisationId")
SELECT "id", "id" FROM organisation UNION
SELECT "id", "memberOfId" FROM "Source" WHERE "memberOfId" IS NOT NULL UNION
SELECT "personId", "organisationId" FROM "Title" WHERE "organisationId" IS NOT NULL AND "tenure" = 'CURRENT'
ON CONFLICT DO NOTHING;

-- Up to 40 people and 20 organisations have a position on a proposal, some of them in many articles.
INSERT INTO "Position" ("id", "assertionType", "actorId", "proposalId", "stance", "side", "condition", "conditionKey", "modality", "voice")
SELECT a."id", 'POSITION', coalesce(p."id", o."id"), r."id", stance::"Stance",
    CASE WHEN condition IS NOT NULL THEN 'NEITHER' WHEN stance IN ('PROPOSES', 'SUPPORTS', 'ACCEPTS') THEN 'FOR' WHEN stance = 'OPPOSES' THEN 'AGAINST' ELSE 'NEITHER' END::"Side",
    condition, lower(condition), pg_temp.one_of(s, 73, '{STATED,STATED,STATED,STATED,MIGHT,COULD,APPEARED}')::"Modality",
    pg_temp.one_of(s, 74, '{QUOTE,PARAPHRASE,NARRATOR}')::"Voice"
FROM known CROSS JOIN size CROSS JOIN assertion a
JOIN proposal r ON r.n = pg_temp.choose(s, 75, size.proposals, known.proposals, 2)
LEFT JOIN person p ON s % 10 < 6 AND p.n = pg_temp.choose(r.n * 64 + pg_temp.pick(s, 76, 40, 2), 76, size.people, known.people, 2.5, CASE WHEN r.n < 0 THEN 0.3 ELSE 0.03 END)
LEFT JOIN organisation o ON s % 10 >= 6 AND o.n = pg_temp.choose(r.n * 64 + pg_temp.pick(s, 77, 20, 2), 77, size.organisations, known.organisations, 1.5, CASE WHEN r.n < 0 THEN 0.3 ELSE 0.03 END)
JOIN LATERAL (SELECT pg_temp.one_of(s, 78, '{PROPOSES,SUPPORTS,SUPPORTS,SUPPORTS,ACCEPTS,CONDITIONAL,RESERVED,NEUTRAL,EXPECTED_TO_OPPOSE,OPPOSES,OPPOSES}') AS stance) t ON true
JOIN LATERAL (SELECT CASE WHEN stance = 'CONDITIONAL' THEN pg_temp.phrase(s, 79) END AS condition) c ON true
WHERE a.kind = 'POSITION';
INSERT INTO "ProposalStatus" ("id", "assertionType", "proposalId", "status", "verb", "verbKey")
SELECT a."id", 'PROPOSAL_STATUS', r."id",
    pg_temp.one_of(s, 80, '{PROPOSED,OFFERED,SUBMITTED,UNDER_NEGOTIATION,AGREED,PLANNED,EXPECTED,ADOPTED,REVISED,GIVEN_UP,UNRESOLVED}')::"Status", v, v
FROM known CROSS JOIN size CROSS JOIN assertion a JOIN proposal r ON r.n = CASE WHEN a.n % 500 = 1 THEN size.proposals + a.n / 500 ELSE pg_temp.choose(s, 81, size.proposals, known.proposals, 2) END
JOIN LATERAL (SELECT 'has reached the ' || pg_temp.word(hashint8extended(s, 82)) AS v) v ON true
WHERE a.kind = 'PROPOSAL_STATUS';
INSERT INTO "ProposalLink" ("id", "assertionType", "proposalId", "targetId", "relation")
SELECT a."id", 'PROPOSAL_LINK', r."id", t."id",
    pg_temp.one_of(s, 83, '{PART_OF,PART_OF,PART_OF,COUNTERS,REVISES,ALTERNATIVE_TO,CONDITIONAL_ON,CONFLICTS_WITH,ABANDONS,RATIFIES,CALLS_FOR,REQUIRES}')::"LinkRelation"
FROM known CROSS JOIN size CROSS JOIN assertion a JOIN proposal r ON r.n = pg_temp.choose(s, 84, size.proposals, known.proposals, 2)
JOIN proposal t ON t.n = pg_temp.choose(s, 85, size.proposals, known.proposals, 2)
WHERE a.kind = 'PROPOSAL_LINK' AND r.n <> t.n;
INSERT INTO "Membership" ("id", "assertionType", "memberId", "groupId")
SELECT a."id", 'MEMBERSHIP', coalesce(p."id", o."id"), g."id"
FROM known CROSS JOIN size CROSS JOIN assertion a
LEFT JOIN person p ON s % 2 = 0 AND p.n = pg_temp.choose(s, 86, size.people, known.people, 2)
LEFT JOIN organisation o ON s % 2 = 1 AND o.n = pg_temp.choose(s, 87, size.organisations, known.organisations, 1)
JOIN organisation g ON g.n = pg_temp.choose(s, 88, size.organisations, known.organisations, 3)
WHERE a.kind = 'MEMBERSHIP' AND g."id" <> coalesce(p."id", o."id");
INSERT INTO "Participation" ("id", "assertionType", "actorId", "eventId", "role")
SELECT a."id", 'PARTICIPATION', coalesce(p."id", o."id"), e."id", pg_temp.one_of(s, 89, '{HOST,PARTICIPANT,PARTICIPANT,PARTICIPANT,REMOTE,EXPECTED,SIGNATORY}')::"ParticipationRole"
FROM known CROSS JOIN size CROSS JOIN assertion a
LEFT JOIN person p ON s % 4 > 0 AND p.n = pg_temp.choose(s, 90, size.people, known.people, 2.5)
LEFT JOIN organisation o ON s % 4 = 0 AND o.n = pg_temp.choose(s, 91, size.organisations, known.organisations, 2)
JOIN event e ON e.n = pg_temp.choose(a.n, 92, size.events, known.events, 1.5)
WHERE a.kind = 'PARTICIPATION';
INSERT INTO "Claim" ("id", "assertionType", "aboutActorId", "aboutProposalId", "aboutEventId", "key", "value", "valueKey", "amount", "comparator", "unit")
SELECT a."id", 'CLAIM', p."id", r."id", e."id", k."name", v, lower(v), amount,
    CASE WHEN amount IS NOT NULL THEN pg_temp.one_of(s, 93, '{EXACT,ABOUT,MORE_THAN,LESS_THAN}')::"Comparator" END,
    CASE WHEN amount IS NOT NULL THEN pg_temp.one_of(s, 94, '{EUR,USD,GBP,PERSONS}') END
FROM known CROSS JOIN size CROSS JOIN assertion a
JOIN LATERAL (SELECT pg_temp.random_of(s, 95) AS which, pg_temp.capital(pg_temp.phrase(s, 96)) AS v,
    CASE WHEN s % 5 < 2 THEN (1 + pg_temp.pick(s, 97, 300)) * 1000000000::bigint END AS amount) x ON true
LEFT JOIN person p ON which < 0.3 AND p.n = pg_temp.choose(s, 98, size.people, known.people, 2.5)
LEFT JOIN proposal r ON which >= 0.3 AND which < 0.8 AND r.n = pg_temp.choose(s, 99, size.proposals, known.proposals, 2)
LEFT JOIN event e ON which >= 0.8 AND e.n = pg_temp.choose(s, 100, size.events, known.events, 1.5)
JOIN (SELECT "name", row_number() OVER (ORDER BY "name") - 1 AS n, count(*) OVER () AS of FROM "ClaimKey") k
    ON k.n = CASE WHEN s % 5 < 2 THEN (SELECT count(*) FROM "ClaimKey" WHERE "name" < 'sum') ELSE pg_temp.pick(s, 101, of) END
WHERE a.kind = 'CLAIM';
-- A link of a proposal to itself, and a membership of a group in itself, were left out.
DELETE FROM "Assertion" a WHERE "assertionType" = 'PROPOSAL_LINK' AND NOT EXISTS (SELECT FROM "ProposalLink" d WHERE d."id" = a."id")
    OR "assertionType" = 'MEMBERSHIP' AND NOT EXISTS (SELECT FROM "Membership" d WHERE d."id" = a."id");
INSERT INTO "AssertionProposal" ("assertionId", "proposalId")
SELECT "id", "proposalId" FROM "Position" UNION SELECT "id", "proposalId" FROM "ProposalStatus" UNION SELECT "id", "proposalId" FROM "ProposalLink" UNION
SELECT "id", "targetId" FROM "ProposalLink" UNION SELECT "id", "aboutProposalId" FROM "Claim" WHERE "aboutProposalId" IS NOT NULL
ON CONFLICT DO NOTHING;

SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;

-- Mentions, eight per article; one person in 50 appears only in captions. The last one is inside the first wording.
INSERT INTO "Mention" ("id", "sortKey", "articleId", "actorId", "proposalId", "text", "textKey", "start", "end", "zone", "kind", "figure", "wordingId")
SELECT pg_temp.id_of('Mention', 'mention ' || m), pg_temp.place(a.slug, at), a."id", coalesce(p."id", o."id"), r."id", t, lower(t), at, at + char_length(t),
    z.zone::"Zone", pg_temp.one_of(m, 102, '{NAME,NAME,NAME,NAME,NAME,NAME,NAME,NAME,DESCRIPTION,PRONOUN,INSERTION}')::"MentionKind", CASE WHEN z.zone = 'CAPTION' THEN 1 END,
    CASE WHEN k = 7 AND z.zone = 'BODY' THEN w."id" END
FROM known CROSS JOIN size CROSS JOIN article a
CROSS JOIN generate_series(0, 7) k
JOIN LATERAL (SELECT a.n::bigint * 8 + k AS m, CASE WHEN k = 7 THEN 201 ELSE 90 + k * 137 END AS at) v ON true
JOIN LATERAL (SELECT pg_temp.random_of(m, 103) AS which) x ON true
LEFT JOIN person p ON which < 0.6 AND p.n = (SELECT CASE WHEN c >= 0 AND c % 20 = 3 THEN c - 1 ELSE c END FROM (SELECT pg_temp.choose(m, 104, size.people, known.people, 2.5)) c (c))
LEFT JOIN organisation o ON which >= 0.6 AND which < 0.85 AND o.n = pg_temp.choose(m, 105, size.organisations, known.organisations, 2.5)
LEFT JOIN proposal r ON which >= 0.85 AND r.n = pg_temp.choose(m, 106, size.proposals, known.proposals, 2)
LEFT JOIN "Wording" w ON k = 7 AND w."id" = pg_temp.id_of('Wording', 'wording ' || a.n::bigint * 3) AND w."rendering" <> 'REPORTED'
JOIN LATERAL (SELECT CASE WHEN k = 7 THEN rtrim(left(coalesce(p."name", o."name", r."name"), 12)) ELSE coalesce(p."name", o."name", r."name") END AS t,
    CASE WHEN p.n % 50 = 7 OR pg_temp.random_of(m, 107) < 0.06 THEN 'CAPTION' WHEN k = 0 THEN 'HEADLINE' ELSE 'BODY' END AS zone) z ON true;
INSERT INTO "MentionPhotoCredit" ("mentionId", "creditId")
SELECT m."id", a."id" FROM assertion a JOIN "Credit" c ON c."id" = a."id" JOIN "Mention" m ON m."articleId" = a.article AND m."figure" = c."figure"
WHERE a.slot = 2;

-- Quotes that articles attribute to different speakers.
UPDATE "Quote" q SET "consistent" = false
FROM (SELECT "quoteId" FROM "Wording" GROUP BY 1 HAVING count(DISTINCT "speakerId") > 1) w WHERE w."quoteId" = q."id" AND q."consistent";

INSERT INTO "Revision" ("id", "sortKey", "number", "filesSha256")
SELECT pg_temp.id_of('Revision', json_build_array(n)::text), (9999999999 - n)::text, n, repeat('b', 64)
FROM (SELECT max("number") + 1 AS n FROM "Revision") r;
