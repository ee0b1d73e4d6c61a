package io.flyball.toolexecutor.services;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Who starts services and keeps them running; each has its own words for the same. */
enum ServiceManager {
    @JsonProperty("supervisord")
    SUPERVISORD("supervisorctl") {
        @Override
        List<String> status(String service) {
            return List.of(program(), "status", service);
        }

        @Override
        ServiceState read(String text) {
            return SupervisordStatus.read(text);
        }
    },
    @JsonProperty("runit")
    RUNIT("sv") {
        @Override
        List<String> status(String service) {
            return List.of(program(), "status", service);
        }

        @Override
        ServiceState read(String text) {
            return RunitStatus.read(text);
        }
    },
    @JsonProperty("systemd")
    SYSTEMD("systemctl") {
        @Override
        List<String> status(String service) {
            return List.of(program(), "show", service, "-p", SystemdStatus.PROPERTIES);
        }

        @Override
        ServiceState read(String text) {
            return SystemdStatus.read(text);
        }
    };

    private final String program;

    ServiceManager(String program) {
        this.program = program;
    }

    String program() {
        return program;
    }

    /** The command that shows how the service is. */
    abstract List<String> status(String service);

    List<String> restart(String service) {
        return List.of(program, "restart", service);
    }

    /** What that command printed. */
    abstract ServiceState read(String text);
}
