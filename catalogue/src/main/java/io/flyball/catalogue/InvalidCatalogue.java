package io.flyball.catalogue;

/** A file of the catalogue cannot be understood; the message names file, line and reason. */
public final class InvalidCatalogue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidCatalogue(String message) {
        super(message);
    }

    public InvalidCatalogue(String message, Throwable cause) {
        super(message, cause);
    }
}
