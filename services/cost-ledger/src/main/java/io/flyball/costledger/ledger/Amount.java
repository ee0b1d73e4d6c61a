package io.flyball.costledger.ledger;

/**
 * What some entries add up to.
 *
 * @param entries how many
 * @param guessed how many of them are priced at the dearest rates, because the price book does not list their model
 * @param costMicros millionths of a US dollar
 * @param durationMillis how long the use took, added up
 */
public record Amount(long entries, long guessed, long costMicros, Tokens tokens, long durationMillis) {
    public static final Amount NOTHING = new Amount(0, 0, 0, Tokens.NONE, 0);

    /**
     * Both together.
     *
     * @throws ArithmeticException rather than a wrong number, if a sum does not fit
     */
    public Amount plus(Amount more) {
        return new Amount(
                Math.addExact(entries, more.entries),
                Math.addExact(guessed, more.guessed),
                Math.addExact(costMicros, more.costMicros),
                tokens.plus(more.tokens),
                Math.addExact(durationMillis, more.durationMillis));
    }
}
