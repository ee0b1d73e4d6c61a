package io.flyball.toolexecutor.secrets;

/**
 * Where a secret stands.
 *
 * @param start index of its first character
 * @param end index after its last character
 * @param kind what it is, as the placeholder names it
 */
record Finding(int start, int end, String kind) {}
