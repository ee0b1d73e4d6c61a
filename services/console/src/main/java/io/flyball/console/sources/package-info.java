/** What alerting systems send, each in its own words, read into one shape. Nothing in here acts. */
@NullMarked
package io.flyball.console.sources;

import org.jspecify.annotations.NullMarked;
