/** The prices of models. */
@NullMarked
package io.flyball.cli.prices;

import org.jspecify.annotations.NullMarked;
