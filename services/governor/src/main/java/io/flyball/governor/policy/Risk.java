package io.flyball.governor.policy;

import org.jspecify.annotations.Nullable;

/** How much an action could harm, from least to most. */
public enum Risk {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The greater of the two; one that is absent raises nothing. */
    Risk raisedTo(@Nullable Risk other) {
        return other == null || compareTo(other) >= 0 ? this : other;
    }
}
