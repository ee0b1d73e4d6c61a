package io.flyball.cli.demo.site;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;

/** The service that this one needs. */
interface Upstream {

    /** How it is at this moment. */
    Reply ask();

    /** What came of asking. */
    sealed interface Reply {}

    /** It answers. */
    record Well() implements Reply {}

    /** It does not, or not well. */
    record Unwell(URI address, String error) implements Reply {}

    /** The service at that address; without one there is nothing that could fail. */
    static Upstream of(Optional<URI> address) {
        return address.<Upstream>map(present -> () -> ask(present)).orElse(Well::new);
    }

    private static Reply ask(URI address) {
        try {
            var connection =
                    (HttpURLConnection) address.resolve("/health").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(1_000);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == 200 ? new Well() : new Unwell(address, "status " + status);
        } catch (IOException e) {
            return new Unwell(address, String.valueOf(e.getMessage()).replace('"', '\''));
        }
    }
}
