/** What is wrong with a suite, and the one cure that a person may order. */
@NullMarked
package io.flyball.cli.doctor;

import org.jspecify.annotations.NullMarked;
