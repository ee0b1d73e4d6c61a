/** Tells the counters of budgets what the ledger has. */
@NullMarked
package io.flyball.costledger.budgets;

import org.jspecify.annotations.NullMarked;
