/** Avro records to bytes and back, in Confluent's wire format, by the schema registry. */
@NullMarked
package io.flyball.platform.wire;

import org.jspecify.annotations.NullMarked;
