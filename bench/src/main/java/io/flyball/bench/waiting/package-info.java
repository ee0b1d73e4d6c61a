/** What runs cost that wait for people. */
@org.jspecify.annotations.NullMarked
package io.flyball.bench.waiting;
