package io.flyball.suite;

/** A service did not start; the message says which one and why. */
final class ServiceFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServiceFailed(String service, Throwable cause) {
        super(service + ": " + explain(cause), cause);
    }

    /** Spring wraps the reason in what it was doing; the innermost message is the one that helps. */
    private static String explain(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
