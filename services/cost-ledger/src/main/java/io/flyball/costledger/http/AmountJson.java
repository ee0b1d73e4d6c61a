package io.flyball.costledger.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flyball.costledger.ledger.Amount;
import io.flyball.costledger.ledger.Tokens;
import io.flyball.costledger.ledger.Totals;
import org.jspecify.annotations.Nullable;

/**
 * An amount on the wire.
 *
 * @param key the group; absent for the sum of all
 * @param costMicros millionths of a US dollar
 * @param dollars the same for people
 * @param entries how many usage records
 * @param guessedEntries how many of them have a model that the price book does not list, and so the dearest rates
 */
record AmountJson(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key,
        long costMicros,
        String dollars,
        long entries,
        long guessedEntries,
        Tokens tokens,
        long durationMillis) {

    static AmountJson of(Totals.Group group) {
        return of(group.name(), group.amount());
    }

    static AmountJson of(@Nullable String key, Amount amount) {
        return new AmountJson(
                key,
                amount.costMicros(),
                Dollars.of(amount.costMicros()),
                amount.entries(),
                amount.guessed(),
                amount.tokens(),
                amount.durationMillis());
    }
}
