package io.flyball.localstack.transactions;

/**
 * A transaction that has begun and not ended in a partition.
 *
 * @param epoch of the producer
 * @param coordinatorEpoch of the coordinator that ended the producer's last transaction here; 0 where none has
 * @param from offset of its first record
 */
public record OpenTransaction(Place place, int epoch, int coordinatorEpoch, long from) {

    /** What a producer writes to. */
    public record Place(String topic, int partition, long producerId) {}
}
