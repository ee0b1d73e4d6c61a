package io.flyball.schemas.grant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the governor allows, and until when.
 *
 * @param stopEpoch the orders that it knew when it allowed it
 * @param policyHash the policy by which it was judged
 * @param catalogueVersion the catalogue by which it was judged
 * @param approvedBy who approved it; null when nobody had to
 * @param notAfter from then on it is worth nothing, by the governor's clock
 */
public record Grant(
        GrantedAction action,
        StopEpoch stopEpoch,
        String policyHash,
        String catalogueVersion,
        @Nullable String approvedBy,
        Instant notAfter) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The one form that is signed: a JSON object on one line, its fields always in the same order. */
    String canonical() {
        return JSON.writeValueAsString(this);
    }

    /**
     * The grant of that form.
     *
     * @throws IllegalArgumentException if it is none, or the same grant in another form
     */
    static Grant of(String canonical) {
        try {
            Grant grant = JSON.readValue(canonical, Grant.class);
            if (grant.canonical().equals(canonical)) {
                return grant;
            }
            throw new IllegalArgumentException("it is not in its canonical form");
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
