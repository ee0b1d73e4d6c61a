/** Finds transactions that Kafka has forgotten to end, which would keep everything behind them unread for ever. */
@NullMarked
package io.flyball.orchestrator.transactions;

import org.jspecify.annotations.NullMarked;
