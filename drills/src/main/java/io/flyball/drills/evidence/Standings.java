package io.flyball.drills.evidence;

import io.flyball.contract.AlertJoined;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunOpened;
import io.flyball.contract.ToolFinished;
import io.flyball.schemas.Topics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where each run stands, by its newest event, and which runs have heard what. */
public final class Standings implements Listener {
    private static final String ENDED = "ENDED";

    private final Map<String, String> standing = new ConcurrentHashMap<>();
    private final Map<String, String> runByKey = new ConcurrentHashMap<>();
    private final Set<String> toldOfResolve = ConcurrentHashMap.newKeySet();
    private final Set<String> toldOfTool = ConcurrentHashMap.newKeySet();

    @Override
    public void accept(ConsumerRecord<byte[], byte[]> record, Records records) {
        if (record.topic().equals(Topics.RUN_EVENTS)) {
            records.events(record).forEach(this::take);
        }
    }

    private void take(RunEvent event) {
        standing.put(event.getRunId(), event.getStatus().name());
        switch (event.getWhat()) {
            case RunOpened opened -> runByKey.put(Collector.key(opened), event.getRunId());
            case AlertJoined joined
            when joined.getStatus() == AlertStatus.RESOLVED -> toldOfResolve.add(joined.getFingerprint());
            case ToolFinished _ -> toldOfTool.add(event.getRunId());
            default -> {}
        }
    }

    /** The run that has opened for that key; empty if none has. */
    public String run(String key) {
        return runByKey.getOrDefault(key, "");
    }

    /** Where the run of that key stands: PLANNING, ACTING and so on; empty if none has opened. */
    public String of(String key) {
        return standing.getOrDefault(run(key), "");
    }

    /** Whether some run knows that the alert of that fingerprint has resolved. */
    public boolean knowsResolved(String fingerprint) {
        return toldOfResolve.contains(fingerprint);
    }

    /** Whether a tool has ended in the run of that key. */
    public boolean hasUsedTool(String key) {
        return toldOfTool.contains(run(key));
    }

    /** How many runs stand where, those that have ended left out. */
    public Map<String, Integer> open() {
        return standing.values().stream()
                .filter(where -> !where.equals(ENDED))
                .collect(Collectors.toMap(where -> where, _ -> 1, Integer::sum, TreeMap::new));
    }
}
