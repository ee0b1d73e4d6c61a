package io.flyball.localstack;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * Which broker of how many.
 *
 * @param name of its process, its log and its folder
 * @param id from 1 on
 * @param controllers the controllers' ports of all brokers, in the order of their ids
 * @param clusterId the same for all
 */
record BrokerNode(String name, int id, int port, List<Integer> controllers, String clusterId) {

    /** The only one. */
    static BrokerNode alone(Ports ports) {
        return new BrokerNode(
                NeighbourKind.BROKER.label(),
                1,
                ports.broker(),
                List.of(ports.controller()),
                Uuid.randomUuid().toString());
    }

    int controllerPort() {
        return controllers.get(id - 1);
    }

    String filledIn(String template) {
        int copies = controllers.size();
        return template.replace("{node}", String.valueOf(id))
                .replace("{voters}", voters())
                .replace("{brokerPort}", String.valueOf(port))
                .replace("{controllerPort}", String.valueOf(controllerPort()))
                .replace("{copies}", String.valueOf(copies))
                .replace("{inSync}", String.valueOf(Math.max(1, copies - 1)));
    }

    private String voters() {
        return IntStream.range(0, controllers.size())
                .mapToObj(i -> (i + 1) + "@127.0.0.1:" + controllers.get(i))
                .collect(Collectors.joining(","));
    }
}
