package io.flyball.toolexecutor.services;

import java.util.Objects;

/**
 * Which service.
 *
 * @param service what its manager calls it
 */
record ServiceWanted(String service, ServiceManager manager) {
    ServiceWanted {
        Objects.requireNonNull(service, "service is missing");
        Objects.requireNonNull(manager, "manager is missing: supervisord, runit or systemd");
        if (!service.matches("[A-Za-z0-9_/][A-Za-z0-9_.@:/-]{0,200}")) {
            throw new IllegalArgumentException(
                    "service is a name of ASCII letters, digits and _ . @ : / -, not " + service);
        }
    }
}
