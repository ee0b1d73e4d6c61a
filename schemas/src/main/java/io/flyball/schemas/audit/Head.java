package io.flyball.schemas.audit;

/**
 * Where a chain ends.
 *
 * @param sequence the place of its last entry, from 1
 * @param hash the hash of that entry, 64 hex digits
 */
public record Head(long sequence, String hash) {}
