/** Records on their way to Kafka: acknowledged before anybody is told so. */
@NullMarked
package io.flyball.console.outbox;

import org.jspecify.annotations.NullMarked;
