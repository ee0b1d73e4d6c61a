package io.flyball.planner.model;

/** The provider will not answer this, now or later: key, model name or request are wrong. */
public final class ProviderRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;

    /**
     * With what happened.
     *
     * @param kind for spans: the status code
     */
    public ProviderRefused(String message, String kind, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    String kind() {
        return kind;
    }
}
