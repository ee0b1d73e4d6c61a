/** The notifier: tells people. */
@NullMarked
package io.flyball.notifier;

import org.jspecify.annotations.NullMarked;
