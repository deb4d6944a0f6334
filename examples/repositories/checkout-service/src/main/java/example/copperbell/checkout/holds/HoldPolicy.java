package example.copperbell.checkout.holds;

import java.time.Duration;
import java.time.Instant;

/** When to extend a hold, and when to let it go. */
public final class HoldPolicy {

    static final Duration HOLD = Duration.ofMinutes(10);
    static final Duration LEFT_BEFORE_PAYING = Duration.ofSeconds(30);
    static final int MOST_EXTENSIONS = 2;

    public boolean mustExtend(Instant heldUntil, Instant now) {
        return Duration.between(now, heldUntil).compareTo(LEFT_BEFORE_PAYING) < 0;
    }

    public boolean mayExtend(int extensions) {
        return extensions < MOST_EXTENSIONS;
    }
}
