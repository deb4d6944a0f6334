package example.copperbell.search

import java.time.LocalDate

/** What a fan asked for. Everything is optional; nothing at all gives what is popular nearby. */
data class EventQuery(
    val text: String? = null,
    val from: LocalDate? = null,
    val to: LocalDate? = null,
    val near: Point? = null,
    val lean: Boolean = false,
) {
    data class Point(val latitude: Double, val longitude: Double)

    /** Facets and spelling cost half of the load, so the lean mode goes without. */
    val withFacets: Boolean get() = !lean
}
