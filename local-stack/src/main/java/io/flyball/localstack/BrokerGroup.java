package io.flyball.localstack;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/** Three brokers that are controllers too; each record is on all of them, and on two before it is acknowledged. */
public final class BrokerGroup implements AutoCloseable {
    /** Copies of each record. */
    public static final int COPIES = 3;
    /** How many of them must be there before it counts. */
    public static final int IN_STEP = 2;

    private final List<ProcessNeighbour> brokers;

    private BrokerGroup(List<ProcessNeighbour> brokers) {
        this.brokers = brokers;
    }

    /**
     * Returns when each has answered.
     *
     * @param ports three
     * @param controllerPorts three
     * @throws NeighbourFailed when one does not come up; those that did are ended again
     */
    public static BrokerGroup start(NeighbourSettings settings, List<Integer> ports, List<Integer> controllerPorts) {
        String cluster = Uuid.randomUuid().toString();
        BrokerGroup group = new BrokerGroup(IntStream.range(0, COPIES)
                .mapToObj(i -> new BrokerNode("broker-" + (i + 1), i + 1, ports.get(i), controllerPorts, cluster))
                .map(node -> ProcessNeighbour.of(new BrokerRecipe(settings, node)))
                .toList());
        try {
            StartedTogether.start(group.brokers);
            return group;
        } catch (RuntimeException failed) {
            group.close();
            throw failed;
        }
    }

    /** For clients: {@code host:port,host:port,host:port}. */
    public String bootstrapServers() {
        return brokers.stream().map(broker -> broker.url().getAuthority()).collect(Collectors.joining(","));
    }

    public List<Neighbour> brokers() {
        return List.copyOf(brokers);
    }

    @Override
    public void close() {
        brokers.forEach(ProcessNeighbour::stop);
    }
}
