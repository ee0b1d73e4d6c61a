/** The cost ledger: what was used, what it cost, and for whom. */
@NullMarked
package io.flyball.costledger;

import org.jspecify.annotations.NullMarked;
