package io.flyball.console.outbox;

import org.apache.avro.specific.SpecificRecord;

/** A record and where it goes. */
public record Message(String topic, String key, SpecificRecord record) {}
