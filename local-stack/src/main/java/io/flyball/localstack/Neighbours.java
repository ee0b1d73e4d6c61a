package io.flyball.localstack;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A set of running neighbours. */
public final class Neighbours implements AutoCloseable {

    private final Map<NeighbourKind, ProcessNeighbour> byKind = new EnumMap<>(NeighbourKind.class);

    private Neighbours(NeighbourSettings settings) {
        for (var kind : settings.kinds()) {
            byKind.put(kind, ProcessNeighbour.of(Recipe.of(kind, settings)));
        }
    }

    /**
     * Starts the wanted kinds side by side and returns when each has answered.
     *
     * @param onReady told of each as it becomes ready, one at a time
     * @throws NeighbourFailed when one does not come up; those that did are ended again
     */
    public static Neighbours start(NeighbourSettings settings, Consumer<Neighbour> onReady) {
        new PortCheck()
                .requireFree(settings.kinds().stream()
                        .flatMap(kind -> settings.ports().of(kind).stream())
                        .toList());
        var neighbours = new Neighbours(settings);
        try {
            neighbours.byKind.values().forEach(ProcessNeighbour::beginLog);
            StartedTogether.start(neighbours.byKind.values(), onReady);
            return neighbours;
        } catch (RuntimeException failed) {
            neighbours.close();
            throw failed;
        }
    }

    public List<Neighbour> all() {
        return List.copyOf(byKind.values());
    }

    /** @throws IllegalArgumentException when this kind was not asked for */
    public Neighbour get(NeighbourKind kind) {
        var neighbour = byKind.get(kind);
        if (neighbour == null) {
            throw new IllegalArgumentException(kind.label() + " is not among the started: " + byKind.keySet());
        }
        return neighbour;
    }

    /** Ends all of them, gracefully first and then by force, in the order of {@link NeighbourKind}. */
    @Override
    public void close() {
        byKind.values().forEach(ProcessNeighbour::stop);
    }
}
