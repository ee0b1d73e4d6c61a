package io.flyball.orchestrator.entrance;

import java.util.List;

/** A record that fits its schema and still says what cannot be. */
public final class Nonsense extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Nonsense(List<String> faults) {
        super(String.join("; ", faults));
    }
}
