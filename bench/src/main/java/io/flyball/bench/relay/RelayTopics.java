package io.flyball.bench.relay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
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

    static void create(String kafka) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            List<NewTopic> topics = NEXT.keySet().stream()
                    .map(name -> new NewTopic(name, name.equals(REQUEST) || name.equals(CALL) ? 1 : 3, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot make the relay's topics", e.getCause());
        }
    }
}
