/** Model providers, reached through Spring AI; nothing outside this package knows of it. */
@NullMarked
package io.flyball.planner.provider;

import org.jspecify.annotations.NullMarked;
