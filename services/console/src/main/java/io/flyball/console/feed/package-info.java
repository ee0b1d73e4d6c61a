/** Reads a topic of somebody else's, whose records are in a format of their own. */
@NullMarked
package io.flyball.console.feed;

import org.jspecify.annotations.NullMarked;
