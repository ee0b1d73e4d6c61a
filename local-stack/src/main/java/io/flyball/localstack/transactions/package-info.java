/** Transactions that Kafka has forgotten to end, which keep everything behind them unread for ever. */
@NullMarked
package io.flyball.localstack.transactions;

import org.jspecify.annotations.NullMarked;
