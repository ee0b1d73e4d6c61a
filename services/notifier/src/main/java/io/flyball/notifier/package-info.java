/** The notifier: tells people, and goes on until it is delivered. */
@NullMarked
package io.flyball.notifier;

import org.jspecify.annotations.NullMarked;
