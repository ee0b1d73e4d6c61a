package io.flyball.drills.evidence;

import io.flyball.contract.Delegated;
import io.flyball.contract.DelegationEnded;
import io.flyball.contract.PhaseChanged;
import io.flyball.contract.RunEnded;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunPaused;
import io.flyball.contract.RunResumed;
import io.flyball.contract.ToolCalled;
import io.flyball.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What runs tell of specialists, phases, pauses and their end, in words, in order. */
public final class Histories implements Listener {
    private final Map<String, List<String>> told = new ConcurrentHashMap<>();

    @Override
    public void accept(ConsumerRecord<byte[], byte[]> message, Records records) {
        if (message.topic().equals(Topics.RUN_EVENTS)) {
            records.events(message).forEach(this::take);
        }
    }

    private void take(RunEvent event) {
        String words = words(event.getWhat());
        if (!words.isEmpty()) {
            told.computeIfAbsent(event.getRunId(), _ -> new CopyOnWriteArrayList<>())
                    .add(words);
        }
    }

    private static String words(Object what) {
        return switch (what) {
            case Delegated it -> it.getName() + " begins: " + it.getAgent();
            case DelegationEnded it ->
                it.getFinding().getName() + " ends: " + it.getFinding().getOutcome();
            case PhaseChanged it -> it.getPhase() + " is " + it.getState();
            case RunPaused _ -> "paused";
            case RunResumed _ -> "resumed";
            case ToolCalled _ -> "a tool is called";
            case RunEnded it -> "ended: " + it.getOutcome() + " " + it.getSummary();
            default -> "";
        };
    }

    /** What that run told so far. */
    public List<String> of(String runId) {
        return List.copyOf(told.getOrDefault(runId, List.of()));
    }
}
