package example.copperbell.tickets

import java.nio.ByteBuffer

/** The part of a ticket that is signed. See docs/ticket-format.md; sizes are in bytes. */
data class Ticket(
    val keyId: Short,
    val number: Long,
    val event: ByteArray,
    val place: ByteArray,
    val window: Int,
) {
    fun payload(): ByteArray = ByteBuffer.allocate(SIZE)
        .put(VERSION)
        .putShort(keyId)
        .putLong(number)
        .put(event.copyOf(EVENT))
        .put(place.copyOf(PLACE))
        .putInt(window)
        .array()

    companion object {
        const val VERSION: Byte = 3
        const val EVENT = 6
        const val PLACE = 12
        const val SIZE = 1 + 2 + 8 + EVENT + PLACE + 4
    }
}
