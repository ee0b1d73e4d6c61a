/** Budgets: how they stand, and letting one have more. */
@NullMarked
package io.flyball.cli.budgets;

import org.jspecify.annotations.NullMarked;
