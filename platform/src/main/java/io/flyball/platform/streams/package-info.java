/** Running a Kafka Streams topology as part of a service. */
@NullMarked
package io.flyball.platform.streams;

import org.jspecify.annotations.NullMarked;
