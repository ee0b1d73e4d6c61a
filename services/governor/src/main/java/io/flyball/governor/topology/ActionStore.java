package io.flyball.governor.topology;

import io.flyball.governor.approval.ApprovalState;
import io.flyball.governor.approval.RunApproval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * One task's actions and approvals for runs, with an agenda beside them: what is due when, and what waits for the release of a stop.
 * The agenda is in the same store, so that neither a restart nor ten thousand waiting actions cost a scan.
 */
final class ActionStore {
    static final String NAME = "actions";
    private static final String ACTION = "action/";
    /** Under the name that approvals for a run had when the first were stored. */
    private static final String RUN_APPROVAL = "grant/";

    private static final String DUE = "due/";
    private static final String STOPPED = "stopped/";
    /** Fixed, so that the order of keys is the order of time. */
    private static final int MILLIS_DIGITS = 15;

    private static final byte[] PRESENT = {1};

    private final KeyValueStore<String, byte[]> store;

    ActionStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray());
    }

    Optional<StoredAction> find(String actionId) {
        return Optional.ofNullable(store.get(ACTION + actionId)).map(StateCodec::action);
    }

    /** Replaces what was kept of that action; one of which nothing is known any more is forgotten. */
    void put(String actionId, ApprovalState before, StoredAction after) {
        ApprovalState state = after.state();
        before.wakeAt().ifPresent(at -> store.delete(due(at, ACTION + actionId)));
        if (before instanceof ApprovalState.HeldByStop) {
            store.delete(STOPPED + actionId);
        }
        if (state instanceof ApprovalState.NotProposed) {
            store.delete(ACTION + actionId);
            return;
        }
        store.put(ACTION + actionId, StateCodec.bytes(after));
        state.wakeAt().ifPresent(at -> store.put(due(at, ACTION + actionId), PRESENT));
        if (state instanceof ApprovalState.HeldByStop) {
            store.put(STOPPED + actionId, PRESENT);
        }
    }

    Optional<RunApproval> runApproval(RunApproval.Scope scope) {
        return Optional.ofNullable(store.get(key(scope))).map(StateCodec::runApproval);
    }

    void put(RunApproval runApproval) {
        String key = key(runApproval.scope());
        store.put(key, StateCodec.bytes(runApproval));
        store.put(due(runApproval.until(), key), PRESENT);
    }

    /** Actions that are due at that time, at most so many; approvals for runs that are due are forgotten. */
    List<String> due(Instant now, int most) {
        List<String> due = keys(DUE, due(now.plusMillis(1), ""), most);
        List<String> actions = new ArrayList<>();
        for (String entry : due) {
            String key = entry.substring(DUE.length() + MILLIS_DIGITS + 1);
            if (key.startsWith(ACTION)) {
                actions.add(key.substring(ACTION.length()));
            } else {
                store.delete(key);
                store.delete(entry);
            }
        }
        return actions;
    }

    /** All actions that are due until then, those of now included. */
    List<String> agenda(Instant until) {
        return keys(DUE, due(until.plusMillis(1), ""), Integer.MAX_VALUE).stream()
                .map(entry -> entry.substring(DUE.length() + MILLIS_DIGITS + 1))
                .filter(key -> key.startsWith(ACTION))
                .map(key -> key.substring(ACTION.length()))
                .toList();
    }

    /** When the first of all is due; empty if nothing is. */
    Optional<Instant> firstDue() {
        return keys(DUE, DUE + Character.MAX_VALUE, 1).stream()
                .map(entry ->
                        Instant.ofEpochMilli(Long.parseLong(entry, DUE.length(), DUE.length() + MILLIS_DIGITS, 10)))
                .findFirst();
    }

    /** Actions that wait for the release of a stop, at most so many. */
    List<String> stopped(int most) {
        return keys(STOPPED, STOPPED + Character.MAX_VALUE, most).stream()
                .map(key -> key.substring(STOPPED.length()))
                .toList();
    }

    private List<String> keys(String from, String to, int most) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = store.range(from, to)) {
            while (entries.hasNext() && keys.size() < most) {
                KeyValue<String, byte[]> entry = entries.next();
                keys.add(entry.key);
            }
        }
        return keys;
    }

    private static String due(Instant at, String key) {
        return DUE + ("%0" + MILLIS_DIGITS + "d").formatted(at.toEpochMilli()) + "/" + key;
    }

    private static String key(RunApproval.Scope scope) {
        return RUN_APPROVAL
                + StateCodec.text(
                        List.of(scope.runId(), scope.tool(), scope.operation(), scope.resource(), scope.target()));
    }
}
