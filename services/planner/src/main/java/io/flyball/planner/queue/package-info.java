/** Plan requests in, plan decisions and usage out; where Avro ends. */
@NullMarked
package io.flyball.planner.queue;

import org.jspecify.annotations.NullMarked;
