/** Agents and tools as people write them in YAML, read in one way by every service that needs them. */
@NullMarked
package io.flyball.catalogue;

import org.jspecify.annotations.NullMarked;
