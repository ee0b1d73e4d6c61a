/** Finds secrets in what tools bring back and puts stable placeholders in their place. Pure and linear in the text. */
@NullMarked
package io.flyball.secrets;

import org.jspecify.annotations.NullMarked;
