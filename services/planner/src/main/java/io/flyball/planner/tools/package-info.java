/** The tools that an agent may ask for, and whether what is asked fits them. */
@NullMarked
package io.flyball.planner.tools;

import org.jspecify.annotations.NullMarked;
