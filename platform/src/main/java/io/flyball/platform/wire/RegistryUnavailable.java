package io.flyball.platform.wire;

/** The schema registry gives no answer now; trying again later may help. */
public final class RegistryUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegistryUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
