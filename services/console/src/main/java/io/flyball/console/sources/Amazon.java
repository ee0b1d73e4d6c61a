package io.flyball.console.sources;

import java.net.URI;
import java.util.Optional;

/** Which addresses are Amazon's. */
public final class Amazon {
    private Amazon() {}

    /** That address, if it is one of Amazon's own for notifications, over https, with no other port and no user. */
    public static Optional<URI> address(String text) {
        try {
            URI url = URI.create(text);
            boolean isTheirs = "https".equalsIgnoreCase(url.getScheme())
                    && url.getUserInfo() == null
                    && (url.getPort() == -1 || url.getPort() == 443)
                    && url.getHost() != null
                    && url.getHost().matches("sns\\.[a-z0-9-]{3,40}\\.amazonaws\\.com(\\.cn)?");
            return isTheirs ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
