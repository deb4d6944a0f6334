package example.copperbell.mailer

/** Takes tickets from the queue. A message that failed five times goes to the dead letters. */
class Mailer(private val send: (String) -> Boolean) {
    fun handle(message: String, attempt: Int): Outcome = when {
        send(message) -> Outcome.SENT
        attempt >= MOST_ATTEMPTS -> Outcome.DEAD
        else -> Outcome.RETRY
    }

    enum class Outcome { SENT, RETRY, DEAD }

    private companion object {
        const val MOST_ATTEMPTS = 5
    }
}
