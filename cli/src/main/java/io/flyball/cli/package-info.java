/** The flyball command: what people and scripts type. */
@NullMarked
package io.flyball.cli;

import org.jspecify.annotations.NullMarked;
