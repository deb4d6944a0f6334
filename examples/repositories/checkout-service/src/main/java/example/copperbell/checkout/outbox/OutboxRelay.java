package example.copperbell.checkout.outbox;

import java.util.List;

/** Sends events in the order in which their orders changed. One message that cannot be sent blocks its order only. */
public final class OutboxRelay {

    private final Outbox outbox;
    private final EventBus bus;

    public OutboxRelay(Outbox outbox, EventBus bus) {
        this.outbox = outbox;
        this.bus = bus;
    }

    public int relay(int most) {
        List<OutboxEvent> events = outbox.oldestUnsent(most);
        int sent = 0;
        for (OutboxEvent event : events) {
            if (bus.send(event)) {
                outbox.markSent(event);
                sent++;
            } else {
                outbox.park(event.orderId());
            }
        }
        return sent;
    }

    public interface Outbox {
        List<OutboxEvent> oldestUnsent(int most);

        void markSent(OutboxEvent event);

        void park(String orderId);
    }

    public interface EventBus {
        boolean send(OutboxEvent event);
    }

    public record OutboxEvent(String orderId, String type, String payload) {}
}
