package io.flyball.console.door;

import java.util.List;
import java.util.stream.Collectors;

/** A body that is not what was expected; nothing has been done with it. */
public final class BadBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public BadBody(List<FieldError> errors) {
        super(describe(errors));
        this.errors = List.copyOf(errors);
    }

    /** A body with that one error. */
    public static BadBody at(String pointer, String expected, String found) {
        return new BadBody(List.of(new FieldError(pointer, expected, found)));
    }

    /** Every wrong field, in the order of the body. */
    public List<FieldError> errors() {
        return errors;
    }

    private static String describe(List<FieldError> errors) {
        return errors.stream()
                .map(error -> (error.pointer().isEmpty() ? "the body" : error.pointer()) + ": expected "
                        + error.expected() + ", found " + error.found())
                .collect(Collectors.joining("; "));
    }
}
