package io.flyball.governor.stop;

/** What the emergency-stop key held when it was looked at. */
sealed interface KeyReading {

    /** Redis did not answer: nothing is known, and nothing acts anyway. */
    record NotReadable() implements KeyReading {}

    /** There is no key, which every reader takes for a stop. */
    record Missing() implements KeyReading {}

    /** It holds something that is not clearly inactive, or something that is. */
    record Held(StopOrder says) implements KeyReading {}
}
