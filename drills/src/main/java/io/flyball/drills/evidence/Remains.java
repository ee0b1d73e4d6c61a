package io.flyball.drills.evidence;

import io.flyball.contract.Alert;
import io.flyball.contract.DeadLetter;
import io.flyball.contract.RunAdmission;
import io.flyball.contract.RunRequest;
import io.flyball.schemas.Topics;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What is left of everything that came in: a run that tells of it, or a dead letter; by its id, and by its place. */
public final class Remains implements Listener {
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final Map<String, String> idsByPlace = new ConcurrentHashMap<>();
    private final Set<String> buried = ConcurrentHashMap.newKeySet();

    @Override
    public void accept(ConsumerRecord<byte[], byte[]> record, Records records) {
        switch (record.topic()) {
            case Topics.ALERTS, Topics.RUN_REQUESTS -> came(record, records);
            case Topics.RUN_ADMISSIONS -> {
                RunAdmission admission = records.read(record, RunAdmission.class);
                names.add(admission.getRunId());
                if (admission.getAlertId() != null) {
                    names.add(admission.getAlertId());
                }
            }
            case Topics.DEAD_LETTERS -> {
                DeadLetter letter = records.read(record, DeadLetter.class);
                buried.add(letter.getId());
            }
            default -> {}
        }
    }

    private void came(ConsumerRecord<byte[], byte[]> record, Records records) {
        String id = id(record, records);
        if (id != null) {
            idsByPlace.put(record.topic() + "/" + record.partition() + "/" + record.offset(), id);
        }
    }

    /** Null of what has none, or cannot be read: the drill writes such records too. */
    private static @Nullable String id(ConsumerRecord<byte[], byte[]> record, Records records) {
        try {
            return record.value() == null
                    ? null
                    : record.topic().equals(Topics.ALERTS)
                            ? records.read(record, Alert.class).getId()
                            : records.read(record, RunRequest.class).getRunId();
        } catch (RuntimeException _) {
            return null;
        }
    }

    /** Whether something is left of it, which is named by its id or by its place. */
    public boolean has(String idOrPlace) {
        String id = idsByPlace.getOrDefault(idOrPlace, idOrPlace);
        return names.contains(id)
                || buried.contains(idOrPlace)
                || buried.stream().anyMatch(place -> id.equals(idsByPlace.get(place)));
    }

    /** How many records are dead letters. */
    public int buried() {
        return buried.size();
    }
}
