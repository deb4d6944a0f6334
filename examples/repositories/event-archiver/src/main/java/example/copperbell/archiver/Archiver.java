package example.copperbell.archiver;

import java.util.List;

/** Copies events to the warehouse, exactly once: a batch is written with its offset, and an offset is written once. */
public final class Archiver {

    private final Warehouse warehouse;

    public Archiver(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    public void archive(String topic, int partition, long offset, List<byte[]> events) {
        if (warehouse.offsetOf(topic, partition) >= offset) {
            return;
        }
        warehouse.write(topic, partition, offset, events);
    }

    public interface Warehouse {
        long offsetOf(String topic, int partition);

        void write(String topic, int partition, long offset, List<byte[]> events);
    }
}
