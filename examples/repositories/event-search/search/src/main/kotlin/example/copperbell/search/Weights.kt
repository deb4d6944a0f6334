package example.copperbell.search

/** How much a match in each field counts. Changed only together with the recorded queries. */
val WEIGHTS = mapOf(
    "artists" to 5,
    "title" to 3,
    "venue.name" to 2,
)
