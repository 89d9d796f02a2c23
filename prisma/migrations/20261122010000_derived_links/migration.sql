-- CreateTable
CREATE TABLE "ArticlePublisher" (
    "articleId" TEXT COLLATE "C" NOT NULL,
    "outletId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "ArticlePublisher_pkey" PRIMARY KEY ("articleId","outletId")
);

-- CreateTable
CREATE TABLE "ActorOrganisation" (
    "actorId" TEXT COLLATE "C" NOT NULL,
    "organisationId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "ActorOrganisation_pkey" PRIMARY KEY ("actorId","organisationId")
);

-- CreateIndex
CREATE INDEX "ArticlePublisher_outletId_idx" ON "ArticlePublisher"("outletId");

-- CreateIndex
CREATE INDEX "ActorOrganisation_organisationId_idx" ON "ActorOrganisation"("organisationId");

-- AddForeignKey
ALTER TABLE "ArticlePublisher" ADD CONSTRAINT "ArticlePublisher_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "ArticlePublisher" ADD CONSTRAINT "ArticlePublisher_outletId_fkey" FOREIGN KEY ("outletId") REFERENCES "Outlet"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "ActorOrganisation" ADD CONSTRAINT "ActorOrganisation_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "ActorOrganisation" ADD CONSTRAINT "ActorOrganisation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
