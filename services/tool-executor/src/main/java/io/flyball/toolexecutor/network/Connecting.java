package io.flyball.toolexecutor.network;

import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.util.Locale;

/** How an attempt to connect went; each has another cause. */
enum Connecting {
    CONNECTED,
    /** The host answers, and nobody listens there. */
    REFUSED,
    /** Nothing came back: the host is away, or something drops what is sent. */
    TIMED_OUT,
    /** This machine, or a router, knows no way there. */
    NO_ROUTE,
    /** The name leads nowhere. */
    NO_ADDRESS,
    FAILED;

    static Connecting of(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return switch (failure) {
            case Endpoint.NoAddress _ -> NO_ADDRESS;
            case SocketTimeoutException _ -> TIMED_OUT;
            case NoRouteToHostException _ -> NO_ROUTE;
            case PortUnreachableException _ -> REFUSED;
            default -> of(message);
        };
    }

    private static Connecting of(String message) {
        if (message.contains("refused")) {
            return REFUSED;
        }
        if (message.contains("unreachable") || message.contains("no route")) {
            return NO_ROUTE;
        }
        return message.contains("timed out") ? TIMED_OUT : FAILED;
    }

    /** As it is written in findings. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
