/** What is known about programs, and whether a command may run by it. Pure: words in, decision out. */
@NullMarked
package io.flyball.catalogue.programs;

import org.jspecify.annotations.NullMarked;
