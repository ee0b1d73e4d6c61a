package io.flyball.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a command is held. */
public enum SandboxLevel {
    /** An ordinary process: it may do what the executor's user may. */
    @JsonProperty("process")
    PROCESS,
    /** Namespaces of its own, made by the kernel: it finds only what it is given. */
    @JsonProperty("namespaces")
    NAMESPACES
}
