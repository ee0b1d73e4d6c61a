package io.flyball.console.door;

/**
 * One wrong field.
 *
 * @param pointer JSON pointer into the body, empty for the body itself
 * @param expected what should stand there
 * @param found what stands there, shortened
 */
public record FieldError(String pointer, String expected, String found) {
    static final int LONGEST_FOUND = 80;
}
