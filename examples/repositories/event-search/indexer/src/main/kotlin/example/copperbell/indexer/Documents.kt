package example.copperbell.indexer

/** Turns a listing event into the document of the index; null takes the document away. */
fun documentOf(event: ListingEvent): Map<String, Any>? = when (event.state) {
    "cancelled", "over" -> null
    else -> mapOf(
        "title" to event.title,
        "artists" to event.artists,
        "venue" to mapOf("name" to event.venue),
    )
}

data class ListingEvent(
    val id: String,
    val state: String,
    val title: String,
    val artists: List<String>,
    val venue: String,
)
