/** Opens runs and takes the time. */
@org.jspecify.annotations.NullMarked
package io.flyball.bench.load;
