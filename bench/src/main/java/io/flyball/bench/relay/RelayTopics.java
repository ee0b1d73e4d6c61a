package io.flyball.bench.relay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Six topics as a step's six crossings have, with as many partitions; each record goes round them. */
final class RelayTopics {
    static final String REQUEST = "bench.relay.request";
    static final String DECISION = "bench.relay.decision";
    static final String PROPOSAL = "bench.relay.proposal";
    static final String VERDICT = "bench.relay.verdict";
    static final String CALL = "bench.relay.call";
    static final String RESULT = "bench.relay.result";
    /** What is written beside the crossings; nobody reads it. */
    static final String HISTORY = "bench.relay.history";

    /** What stands where the engine stands reads the answers. */
    static final Set<String> TO_ENGINE = Set.of(DECISION, VERDICT, RESULT);
    /** What stands where planner, governor and executor stand reads the questions. */
    static final Set<String> TO_SERVICES = Set.of(REQUEST, PROPOSAL, CALL);

    private static final Map<String, String> NEXT = Map.of(
            RESULT, REQUEST,
            REQUEST, DECISION,
            DECISION, PROPOSAL,
            PROPOSAL, VERDICT,
            VERDICT, CALL,
            CALL, RESULT);

    private RelayTopics() {}

    static String after(String topic) {
        return java.util.Objects.requireNonNull(NEXT.get(topic), topic);
    }

    /** Makes them, if an earlier relay has not. */
    static void create(String kafka) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> topics = Stream.concat(NEXT.keySet().stream(), Stream.of(HISTORY))
                    .filter(name -> !there.contains(name))
                    .map(name -> new NewTopic(name, name.equals(REQUEST) || name.equals(CALL) ? 1 : 3, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot make the relay's topics", e.getCause());
        }
    }
}
