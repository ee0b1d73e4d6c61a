package io.flyball.platform.health;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a service on this machine whether it is ready; for images that hold no shell and no other program. */
public final class ReadinessProbe {
    private static final int PATIENCE_MILLIS = 3_000;

    private ReadinessProbe() {}

    /** Takes the port; exit code 0 if the service says that it is ready, 1 if not. */
    public static void main(String[] arguments) {
        System.exit(isReady(Integer.parseInt(arguments[0])) ? 0 : 1);
    }

    static boolean isReady(int port) {
        try {
            var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false;
        }
    }
}
