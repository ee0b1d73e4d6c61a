package io.flyball.secrets;

/**
 * Where a secret stood in the text as it was.
 *
 * @param start index of its first character
 * @param end index after its last character
 * @param kind what it is, as the placeholder names it
 */
public record Finding(int start, int end, String kind) {}
