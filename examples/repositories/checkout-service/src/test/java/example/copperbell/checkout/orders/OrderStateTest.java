package example.copperbell.checkout.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderStateTest {

    @Test
    void aPaidOrderIsNeverHeldAgain() {
        assertThat(OrderState.PAID.canBecome(OrderState.HELD)).isFalse();
    }

    @Test
    void anExpiredOrderGoesNowhere() {
        for (OrderState next : OrderState.values()) {
            assertThat(OrderState.EXPIRED.canBecome(next)).isFalse();
        }
    }
}
