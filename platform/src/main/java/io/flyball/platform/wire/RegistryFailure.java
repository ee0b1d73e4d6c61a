package io.flyball.platform.wire;

import com.microsoft.kiota.ApiException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.AvroTypeException;

/** Tells a registry that is away from a record that nobody will ever read. */
final class RegistryFailure {
    private static final int NOT_FOUND = 404;

    private RegistryFailure() {}

    static boolean isTransient(Throwable failure) {
        return causes(failure).anyMatch(RegistryFailure::isOutage);
    }

    /** Whether it is the record that cannot be written: a field that must be there is not. */
    static boolean isOfRecord(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof AvroRuntimeException
                        || cause instanceof NullPointerException
                        || cause instanceof ClassCastException);
    }

    static String describe(Throwable failure, int schemaId) {
        if (causes(failure).anyMatch(RegistryFailure::isNotFound)) {
            return "schema id " + schemaId + " is not in the registry: register it or fix the publisher, then replay";
        }
        return causes(failure)
                .filter(AvroTypeException.class::isInstance)
                .findFirst()
                .map(cause -> "does not fit the schema: " + cause.getMessage())
                .orElseGet(() -> "corrupt body: " + failure);
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case ApiException e -> !isNotFound(e);
            // End of file is an IOException too, but comes from a body that is too short.
            case java.io.EOFException _ -> false;
            case IOException _, TimeoutException _ -> true;
            default -> cause.getClass().getName().startsWith("io.netty.channel.");
        };
    }

    private static boolean isNotFound(Throwable cause) {
        return cause instanceof ApiException e && e.getResponseStatusCode() == NOT_FOUND;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
