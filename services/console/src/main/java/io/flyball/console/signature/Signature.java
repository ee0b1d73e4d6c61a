package io.flyball.console.signature;

/** What a signature shows. */
public sealed interface Signature {
    /** It was made with a key that we know. */
    record Right() implements Signature {}

    /** There is none. */
    record Missing(String header) implements Signature {}

    /** It was made with another key, of another body, or too long ago. */
    record Wrong(String why) implements Signature {}
}
