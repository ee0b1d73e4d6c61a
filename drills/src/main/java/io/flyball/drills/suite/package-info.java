/** The suite under drill: neighbours and services as processes that can be killed, frozen and started again. */
@NullMarked
package io.flyball.drills.suite;

import org.jspecify.annotations.NullMarked;
