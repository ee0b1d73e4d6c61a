package io.flyball.console.api;

import io.flyball.console.page.PageProperties;
import io.flyball.console.readmodel.Approvals;
import io.flyball.console.readmodel.DeadLetterShelf;
import io.flyball.console.readmodel.RunView;
import io.flyball.console.readmodel.Runs;
import io.flyball.console.readmodel.StopBoard;
import io.flyball.console.readmodel.StopView;
import io.flyball.platform.subscribe.Projection;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole suite in a few figures. */
@RestController
final class OverviewController {
    private final Runs runs;
    private final Approvals approvals;
    private final DeadLetterShelf deadLetters;
    private final StopBoard stop;
    private final Projection projection;
    private final PageProperties page;
    private final Clock clock;

    OverviewController(
            Runs runs,
            Approvals approvals,
            DeadLetterShelf deadLetters,
            StopBoard stop,
            Projection projection,
            PageProperties page,
            Clock clock) {
        this.runs = runs;
        this.approvals = approvals;
        this.deadLetters = deadLetters;
        this.stop = stop;
        this.projection = projection;
        this.page = page;
        this.clock = clock;
    }

    @GetMapping("/api/overview")
    Overview overview() {
        List<RunView> all = runs.list(_ -> true, Integer.MAX_VALUE);
        return new Overview(
                clock.instant(),
                projection.isHealthy(),
                new RunFigures(
                        all.stream().filter(RunView::isOpen).count(),
                        count(all, run -> run.standing().status()),
                        count(
                                all.stream().filter(run -> !run.isOpen()).toList(),
                                run -> String.valueOf(run.ending().outcome()))),
                new ApprovalFigures(approvals.list(false).size()),
                new DeadLetterFigures(deadLetters.list().size(), deadLetters.dropped()),
                stop.ask(),
                page.tracingUrl());
    }

    private static Map<String, Long> count(List<RunView> runs, Function<RunView, String> by) {
        return runs.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    /** What {@code GET /api/overview} answers. */
    record Overview(
            Instant now,
            boolean caughtUp,
            RunFigures runs,
            ApprovalFigures approvals,
            DeadLetterFigures deadLetters,
            StopView stop,
            URI tracingUrl) {}

    record RunFigures(long open, Map<String, Long> byStatus, Map<String, Long> byOutcome) {}

    record ApprovalFigures(int pending) {}

    record DeadLetterFigures(int kept, long dropped) {}
}
