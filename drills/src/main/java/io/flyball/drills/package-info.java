/** Breaks a suite of its own on purpose, and counts what became of every run. */
@NullMarked
package io.flyball.drills;

import org.jspecify.annotations.NullMarked;
