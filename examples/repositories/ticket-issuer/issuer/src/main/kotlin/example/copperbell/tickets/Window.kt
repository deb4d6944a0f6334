package example.copperbell.tickets

import java.time.Instant

const val WINDOW_SECONDS = 30L

/** The number of the half minute in which a code is shown. */
fun windowAt(instant: Instant): Int = (instant.epochSecond / WINDOW_SECONDS).toInt()

/** A scanner accepts the window before and after, for clocks that are off. */
fun isAccepted(window: Int, now: Instant): Boolean =
    window in windowAt(now) - 1..windowAt(now) + 1
