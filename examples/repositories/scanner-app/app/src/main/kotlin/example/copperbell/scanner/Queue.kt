package example.copperbell.scanner

/** Scans that have not been reported yet. They survive a restart and an evening without network. */
class Queue(private val storage: Storage) {
    fun add(scan: Scan) = storage.append(scan)

    /** Reports the oldest first and keeps what was not accepted. */
    fun report(send: (Scan) -> Boolean): Int {
        val reported = storage.all().takeWhile(send)
        storage.drop(reported.size)
        return reported.size
    }

    interface Storage {
        fun append(scan: Scan)
        fun all(): List<Scan>
        fun drop(count: Int)
    }
}

data class Scan(val ticket: Long, val at: Long)
