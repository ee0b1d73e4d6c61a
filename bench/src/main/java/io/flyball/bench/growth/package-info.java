/** Whether past runs cost anything. */
@org.jspecify.annotations.NullMarked
package io.flyball.bench.growth;
