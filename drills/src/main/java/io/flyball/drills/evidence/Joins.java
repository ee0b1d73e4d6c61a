package io.flyball.drills.evidence;

import io.flyball.contract.AlertJoined;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunOpened;
import io.flyball.schemas.Topics;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Which runs tell of which alert: the one that it opened, or that it joined. */
public final class Joins implements Listener {
    private final Map<String, Set<String>> runsByAlert = new ConcurrentHashMap<>();

    @Override
    public void accept(ConsumerRecord<byte[], byte[]> record, Records records) {
        if (record.topic().equals(Topics.RUN_EVENTS)) {
            records.events(record).forEach(this::take);
        }
    }

    private void take(RunEvent event) {
        if (event.getWhat() instanceof RunOpened opened && opened.getAlert() != null) {
            told(opened.getAlert().getFingerprint(), event.getRunId());
        } else if (event.getWhat() instanceof AlertJoined joined) {
            told(joined.getFingerprint(), event.getRunId());
        }
    }

    private void told(String fingerprint, String run) {
        runsByAlert
                .computeIfAbsent(fingerprint, _ -> ConcurrentHashMap.newKeySet())
                .add(run);
    }

    /** How many alerts some run tells of. */
    public int found() {
        return runsByAlert.size();
    }

    /** The runs that tell of each alert, by its fingerprint. */
    public Map<String, Set<String>> runsByAlert() {
        return runsByAlert.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, alert -> Set.copyOf(alert.getValue())));
    }
}
