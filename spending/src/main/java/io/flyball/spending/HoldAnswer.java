package io.flyball.spending;

/** What came of wanting to spend. */
public sealed interface HoldAnswer {

    /** It is set aside in every budget. */
    record Held() implements HoldAnswer {}

    /**
     * One budget has no room, so nothing is set aside anywhere.
     *
     * @param used spent and held by others, in the counter's unit
     * @param limit what holds now, raises included
     * @param first whether this is the first refusal in this period
     */
    record Refused(Counter counter, long used, long limit, long wanted, boolean first) implements HoldAnswer {}

    /** A call of that id was held or settled before. */
    record Repeated(String why) implements HoldAnswer {}

    /** Nobody knows what was spent, so nothing may be. */
    record Unclear(String why) implements HoldAnswer {}
}
