/** The governor: answers every proposed action by policy, asks people where policy says so, keeps the emergency stop. */
@NullMarked
package io.flyball.governor;

import org.jspecify.annotations.NullMarked;
