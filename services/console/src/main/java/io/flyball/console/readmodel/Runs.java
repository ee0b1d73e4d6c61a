package io.flyball.console.readmodel;

import io.flyball.contract.Escalation;
import io.flyball.contract.NotificationReceipt;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunRequest;
import io.flyball.contract.RunResult;
import io.flyball.contract.TokenCount;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All open runs and the newest that ended. Topics are read side by side, so a result may be here before its events. */
@Component
public final class Runs {
    /** For so long a request may wait for an orchestrator that is away, and still be found after a start of the console. */
    private static final Duration LONGEST_UNSEEN = Duration.ofHours(1);

    private final int finishedKept;
    private final ChangeFeed feed;
    private final Clock clock;
    private final Map<String, RunView> views = new HashMap<>();
    private final Map<String, List<EventView>> events = new HashMap<>();
    private final Deque<String> finished = new ArrayDeque<>();
    private final Map<String, RunView> accepted;
    private final Map<String, RunResult> results;
    private final Map<String, Map<String, ReceiptView>> receipts;

    Runs(ReadModelProperties properties, ChangeFeed feed, Clock clock) {
        finishedKept = properties.finishedRuns();
        accepted = new Newest<>(finishedKept);
        results = new Newest<>(finishedKept);
        receipts = new Newest<>(finishedKept);
        this.feed = feed;
        this.clock = clock;
    }

    /** A run that was asked for, here or at another replica; known until its first event tells more. */
    public synchronized void accept(RunRequest request) {
        if (!views.containsKey(request.getRunId())) {
            accepted.put(request.getRunId(), Opening.accepted(request));
        }
    }

    /** From the topic: of requests that are old its events have told long ago, and perhaps been forgotten since. */
    void acceptElsewhere(RunRequest request) {
        if (request.getRequestedAt().isAfter(clock.instant().minus(LONGEST_UNSEEN))) {
            accept(request);
        }
    }

    synchronized void take(RunEvent event) {
        RunView before = views.get(event.getRunId());
        RunView after = RunFold.apply(before, event);
        if (after == before) {
            return;
        }
        views.put(after.id(), after);
        accepted.remove(after.id());
        events.computeIfAbsent(after.id(), _ -> new ArrayList<>()).add(EventView.of(event));
        if (!after.isOpen() && (before == null || before.isOpen())) {
            finished.addLast(after.id());
            forgetOldest();
        }
        tell(after.id());
    }

    private void forgetOldest() {
        while (finished.size() > finishedKept) {
            String oldest = finished.removeFirst();
            views.remove(oldest);
            events.remove(oldest);
            results.remove(oldest);
            receipts.remove(oldest);
        }
    }

    synchronized void take(RunResult result) {
        results.put(result.getRunId(), result);
        tell(result.getRunId());
    }

    synchronized void take(NotificationReceipt receipt) {
        receipts.computeIfAbsent(receipt.getSubject(), _ -> new LinkedHashMap<>())
                .put(receipt.getId(), ReceiptView.of(receipt));
        tell(receipt.getSubject());
    }

    private void tell(String id) {
        find(id).ifPresent(view -> feed.append("run", view.summary()));
    }

    /** The run of that id. */
    public synchronized Optional<RunView> find(String id) {
        return Optional.ofNullable(views.get(id)).map(this::complete).or(() -> Optional.ofNullable(accepted.get(id)));
    }

    /** The result knows what the events do not: the hand-over, and all that was spent. */
    private RunView complete(RunView view) {
        RunResult result = results.get(view.id());
        if (result == null) {
            return view;
        }
        RunView.Ending e = view.ending();
        TokenCount tokens = result.getTokens();
        return view.with(new RunView.Ending(
                        e.outcome(),
                        e.summary(),
                        e.rootCause(),
                        e.reason(),
                        handOver(result.getHandOver()),
                        e.effective(),
                        e.closedAt()))
                .with(new RunView.Spent(
                        CostView.ofMicros(result.getCostMicros()),
                        new RunView.Tokens(
                                tokens.getInput(), tokens.getOutput(), tokens.getCacheRead(), tokens.getCacheWrite()),
                        result.getLlmCalls()));
    }

    private static RunView.@Nullable HandOver handOver(@Nullable Escalation it) {
        return it == null ? null : new RunView.HandOver(it.getReason(), it.getKnown(), List.copyOf(it.getNextSteps()));
    }

    /** Runs that the filter lets through, newest first. */
    public synchronized List<RunView> list(Predicate<RunView> filter, int limit) {
        return views.values().stream()
                .filter(filter)
                .sorted(Comparator.comparing((RunView run) -> run.asked().openedAt())
                        .thenComparing(RunView::id)
                        .reversed())
                .limit(limit)
                .map(this::complete)
                .toList();
    }

    /** The run's events after that sequence. */
    public synchronized List<EventView> eventsAfter(String id, long sequence) {
        List<EventView> all = events.getOrDefault(id, List.of());
        int from = all.size();
        while (from > 0 && all.get(from - 1).sequence() > sequence) {
            from--;
        }
        return List.copyOf(all.subList(from, all.size()));
    }

    /** Whether the run has ended, or is forgotten, and nothing is known that happened after that sequence. */
    public synchronized boolean isComplete(String id, long sequence) {
        RunView view = views.get(id);
        return view == null
                ? !accepted.containsKey(id)
                : !view.isOpen() && view.standing().sequence() <= sequence;
    }

    /** What became of telling people about the run. */
    public synchronized List<ReceiptView> receipts(String id) {
        return List.copyOf(receipts.getOrDefault(id, Map.of()).values());
    }

    /** Whether the run is known to have ended. */
    public synchronized boolean hasEnded(String id) {
        RunView view = views.get(id);
        return view != null && !view.isOpen();
    }
}
