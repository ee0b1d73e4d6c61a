package io.flyball.platform.wire;

import org.apache.avro.specific.SpecificRecord;

/** Avro records as bytes in Confluent's wire format: magic byte 0, schema id in 4 bytes, Avro binary. */
public interface Wire {

    /**
     * The record as bytes for that topic.
     *
     * @throws RegistryUnavailable if the schema's id cannot be asked now
     */
    byte[] encode(String topic, SpecificRecord record);

    /**
     * The record in those bytes.
     *
     * @throws Unreadable if they will never be readable as that type
     * @throws RegistryUnavailable if the schema cannot be asked now
     */
    <T extends SpecificRecord> T decode(String topic, byte[] bytes, Class<T> type) throws Unreadable;
}
