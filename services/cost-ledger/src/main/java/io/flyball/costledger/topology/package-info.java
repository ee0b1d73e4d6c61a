/** The shell around the ledger: topic in, stores, totals out. */
@NullMarked
package io.flyball.costledger.topology;

import org.jspecify.annotations.NullMarked;
