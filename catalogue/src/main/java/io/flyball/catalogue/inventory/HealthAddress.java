package io.flyball.catalogue.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.util.Set;

/**
 * Where something tells whether it is well.
 *
 * @param url an http or https URL, or {@code tcp://host:port} where to listen is all that it does
 */
public record HealthAddress(@JsonValue String url) {
    private static final Set<String> SCHEMES = Set.of("http", "https", "tcp");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HealthAddress {
        if (!isAddress(url)) {
            throw new IllegalArgumentException(
                    "a health address is http://host:port/path, https://host/path or tcp://host:port, without a user"
                            + " name, not " + url);
        }
    }

    private static boolean isAddress(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && (uri.getPort() > 0 || !uri.getScheme().equals("tcp"));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
