package example.copperbell.fan

/** The code that is shown now. It needs the ticket and a clock, and no network. */
class RotatingCode(private val seed: ByteArray) {
    fun at(epochSecond: Long): String {
        val window = epochSecond / WINDOW_SECONDS
        return seed.fold(window) { code, byte -> code * 31 + byte }.toULong().toString(36)
    }

    private companion object {
        const val WINDOW_SECONDS = 30L
    }
}
