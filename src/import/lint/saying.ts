/** English verbs and phrases that attribute a statement to someone. */
export const SAYING =
  /\b(?:said|says|saying|told|tells|argued?|argues|stressed|stresses|warned|warns|added|adds|announced|acknowledged|acknowledging|acknowledges|noted|notes|stated|claimed|claims that|insisted|insists|indicated|indicates|explained|explains|confirmed|confirms|denied|denies|reiterated|emphasi[sz]ed|signal(?:l)?ed|signals that|declared|declares|according to|wrote|writes|replied|asserted|asserts|suggested that|suggests that|recalled|remarked|conceded|admitted|admits)\b/iu;
