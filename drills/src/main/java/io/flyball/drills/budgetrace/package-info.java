/** Many spenders against small budgets, while everything that counts is broken. */
@NullMarked
package io.flyball.drills.budgetrace;

import org.jspecify.annotations.NullMarked;
