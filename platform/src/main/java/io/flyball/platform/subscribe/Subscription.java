package io.flyball.platform.subscribe;

import org.apache.avro.specific.SpecificRecord;

/**
 * What is read and by whom.
 *
 * @param topic the topic
 * @param type its record type
 * @param reader called with each record inside its trace; a failure means that it is delivered again after a back-off
 */
public record Subscription<T extends SpecificRecord>(String topic, Class<T> type, Reader<T> reader) {

    /** Reads one record; it may come again, so reading must be idempotent. */
    @FunctionalInterface
    public interface Reader<T extends SpecificRecord> {
        void read(T record) throws Exception;

        /**
         * Likewise, for who needs to know where it stands; called by projections only.
         *
         * @param place in its partition: a later record of the same key has a greater one
         */
        default void read(T record, long place) throws Exception {
            read(record);
        }
    }
}
