package io.flyball.governor.stop;

/** What the key of the emergency stop or of a kill switch held when it was looked at. */
sealed interface KeyReading {

    /** Redis did not answer: nothing is known, and nothing acts anyway. */
    record NotReadable() implements KeyReading {}

    /** There is no key, which every reader takes for a stop. */
    record Missing() implements KeyReading {}

    /**
     * It holds something that is not clearly inactive, or something that is.
     *
     * @param value as it stands in the key
     * @param says what it says; its id is that of the order which it names, empty if it names none
     */
    record Held(String value, StopOrder says) implements KeyReading {}
}
