/** Bearer tokens and errors that say what to do. */
@NullMarked
package io.flyball.platform.http;

import org.jspecify.annotations.NullMarked;
