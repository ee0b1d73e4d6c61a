/** How budgets stand, and people's raises of them. */
@NullMarked
package io.flyball.console.budgets;

import org.jspecify.annotations.NullMarked;
