/** Spring Cloud Stream, where a service uses it. */
@org.jspecify.annotations.NullMarked
package io.flyball.platform.functions;
