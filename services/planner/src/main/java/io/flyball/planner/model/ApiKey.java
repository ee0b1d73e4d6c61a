package io.flyball.planner.model;

/** A provider's key; it never shows itself. */
public record ApiKey(String value) {

    /** For binding from configuration. */
    public static ApiKey valueOf(String value) {
        return new ApiKey(value.strip());
    }

    boolean isGiven() {
        return !value.isBlank();
    }

    @Override
    public String toString() {
        return isGiven() ? "(given)" : "(none)";
    }
}
