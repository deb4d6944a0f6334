package example.copperbell.checkout.orders;

import java.util.EnumSet;
import java.util.Set;

/** Where an order stands. It only ever moves along these ways. */
public enum OrderState {
    HELD,
    PAYING,
    PAID,
    EXPIRED,
    REFUNDED;

    public boolean canBecome(OrderState next) {
        return ways().contains(next);
    }

    private Set<OrderState> ways() {
        return switch (this) {
            case HELD -> EnumSet.of(PAYING, EXPIRED);
            case PAYING -> EnumSet.of(PAID, HELD, EXPIRED);
            case PAID -> EnumSet.of(REFUNDED);
            case EXPIRED, REFUNDED -> EnumSet.noneOf(OrderState.class);
        };
    }
}
