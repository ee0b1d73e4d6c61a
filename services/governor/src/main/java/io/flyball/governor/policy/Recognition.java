package io.flyball.governor.policy;

/** Whether the catalogue knows what is proposed. */
sealed interface Recognition {

    /** It does. */
    record Known(KnownAction action) implements Recognition {}

    /**
     * It does not, so the action is denied.
     *
     * @param rule what the verdict names
     * @param reason what is wrong and what would be right
     */
    record Refused(String rule, String reason) implements Recognition {}
}
