package io.flyball.drills.suite;

import io.flyball.localstack.BrokerGroup;
import io.flyball.localstack.Neighbour;
import io.flyball.localstack.NeighbourKind;
import io.flyball.localstack.NeighbourSettings;
import io.flyball.localstack.Neighbours;
import io.flyball.localstack.Ports;
import io.flyball.localstack.RedisGroup;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What runs beside the services, whether one of each or a cluster. */
sealed interface Nearby extends AutoCloseable {

    /** Starts what that size wants, and returns when all of it has answered. */
    static Nearby start(SuiteSettings settings, int base, int clusterBase) {
        return settings.size().cluster()
                ? Cluster.start(settings, base, clusterBase)
                : new Single(
                        neighbours(settings, base, NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS));
    }

    private static Neighbours neighbours(SuiteSettings settings, int base, NeighbourKind... kinds) {
        return Neighbours.start(wanted(settings, base, kinds), _ -> {});
    }

    private static NeighbourSettings wanted(SuiteSettings settings, int base, NeighbourKind... kinds) {
        return new NeighbourSettings(
                settings.built().neighbours(),
                settings.folder(),
                Ports.from(base),
                Set.of(kinds),
                Path.of(System.getProperty("java.home")),
                true);
    }

    /** The bootstrap servers. */
    String bootstrapServers();

    URI registry();

    URI redis();

    /** Copies of each record. */
    int copies();

    /** How many of the copies must be there before a record counts. */
    int inStep();

    List<Neighbour> brokers();

    /** The Redis that takes writes now. */
    Neighbour redisMaster();

    @Override
    void close();

    /** One of each. */
    record Single(Neighbours neighbours) implements Nearby {
        @Override
        public String bootstrapServers() {
            return neighbours.get(NeighbourKind.BROKER).url().getAuthority();
        }

        @Override
        public URI registry() {
            return neighbours.get(NeighbourKind.REGISTRY).url();
        }

        @Override
        public URI redis() {
            return neighbours.get(NeighbourKind.REDIS).url();
        }

        @Override
        public int copies() {
            return 1;
        }

        @Override
        public int inStep() {
            return 1;
        }

        @Override
        public List<Neighbour> brokers() {
            return List.of(neighbours.get(NeighbourKind.BROKER));
        }

        @Override
        public Neighbour redisMaster() {
            return neighbours.get(NeighbourKind.REDIS);
        }

        /** By force first: nobody needs its data any more. */
        @Override
        public void close() {
            neighbours.all().forEach(Neighbour::kill);
            neighbours.close();
        }
    }

    /** Three brokers, three Redis servers, three sentinels; one registry. */
    record Cluster(Neighbours registries, BrokerGroup group, RedisGroup redises) implements Nearby {
        /** Brokers, their controllers, Redis servers and sentinels. */
        static final int PORTS = 4 * BrokerGroup.COPIES;

        static Cluster start(SuiteSettings settings, int base, int clusterBase) {
            NeighbourSettings common = wanted(settings, base);
            BrokerGroup brokers = BrokerGroup.start(common, three(clusterBase), three(clusterBase + 3));
            RedisGroup redises = RedisGroup.start(common, three(clusterBase + 6), three(clusterBase + 9));
            return new Cluster(neighbours(settings, base, NeighbourKind.REGISTRY), brokers, redises);
        }

        private static List<Integer> three(int first) {
            return IntStream.range(first, first + 3).boxed().toList();
        }

        @Override
        public String bootstrapServers() {
            return group.bootstrapServers();
        }

        @Override
        public URI registry() {
            return registries.get(NeighbourKind.REGISTRY).url();
        }

        @Override
        public URI redis() {
            return redises.url();
        }

        @Override
        public int copies() {
            return BrokerGroup.COPIES;
        }

        @Override
        public int inStep() {
            return BrokerGroup.IN_STEP;
        }

        @Override
        public List<Neighbour> brokers() {
            return group.brokers();
        }

        @Override
        public Neighbour redisMaster() {
            return redises.master();
        }

        @Override
        public void close() {
            redises.sentinels().forEach(Neighbour::kill);
            redises.servers().forEach(Neighbour::kill);
            group.brokers().forEach(Neighbour::kill);
            registries.close();
        }
    }
}
