/** Pure: one usage record in, one entry out, or the reason why not. */
@NullMarked
package io.flyball.costledger.ledger;

import org.jspecify.annotations.NullMarked;
