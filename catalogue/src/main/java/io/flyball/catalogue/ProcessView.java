package io.flyball.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose processes a command sees. */
public enum ProcessView {
    /** Its own. */
    @JsonProperty("own")
    OWN,
    /** All of the machine; it can signal only its own. */
    @JsonProperty("host")
    HOST
}
