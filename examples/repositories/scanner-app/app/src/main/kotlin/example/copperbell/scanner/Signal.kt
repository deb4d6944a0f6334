package example.copperbell.scanner

/** How a steward learns the answer: colour, tone and vibration, because it is loud, dark or raining. */
enum class Signal(val colour: Long, val tones: Int, val vibrations: Int) {
    WELCOME(0xFF2E7D32, tones = 1, vibrations = 1),
    ASK(0xFFF9A825, tones = 2, vibrations = 2),
    REFUSED(0xFFC62828, tones = 3, vibrations = 3),
}
