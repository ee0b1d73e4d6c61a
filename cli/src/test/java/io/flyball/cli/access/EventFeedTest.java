package io.flyball.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.ConsoleStandIn;
import io.flyball.cli.ConsoleStandIn.Answer;
import io.flyball.cli.ConsoleStandIn.Asked;
import io.flyball.cli.access.EventFeed.Complete;
import io.flyball.cli.access.EventFeed.Happened;
import io.flyball.cli.access.EventFeed.Happening;
import io.flyball.cli.access.EventFeed.Lost;
import io.flyball.cli.exit.ExitCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("WEB-3 listening to server-sent events")
class EventFeedTest {
    private final ConsoleStandIn stand = new ConsoleStandIn();
    private final Console console = new Console("console", URI.create(stand.url()), Optional.of("secret"));
    private final BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        stand.close();
    }

    @Test
    @DisplayName("WEB-3 a broken stream is taken up after the last event, until the console says that it is complete")
    void goesOnWhereItWas() throws InterruptedException {
        stand.on("GET /events", this::threeAtMost);

        try (EventFeed _ = EventFeed.open(console, "/events", happenings::add)) {
            assertThat(untilTheEnd())
                    .containsExactly("run-event 1", "run-event 2", "run-event 3", "run-event 4", "complete");
        }
        assertThat(stand.asked().stream().map(it -> it.header("Last-event-id"))).containsExactly("", "2", "4");
        assertThat(stand.asked()).allMatch(it -> it.header("Authorization").equals("Bearer secret"));
    }

    /** Two events a connection; after the fourth there is nothing more. */
    private Answer threeAtMost(Asked asked) {
        int after = Integer.parseInt("0" + asked.header("Last-event-id"));
        return after == 4 ? new Answer(204, "text/event-stream", "") : stream(event(after + 1) + event(after + 2));
    }

    private static Answer stream(String body) {
        return new Answer(200, "text/event-stream", body);
    }

    private static String event(int id) {
        return ": keep alive\n\nid: " + id + "\nevent: run-event\ndata: {\"sequence\":\ndata: " + id + "}\n\n";
    }

    private List<String> untilTheEnd() throws InterruptedException {
        List<String> all = new ArrayList<>();
        while (true) {
            switch (happenings.poll(120, TimeUnit.SECONDS)) {
                case Happened it ->
                    all.add(it.name() + " " + it.data().path("sequence").asInt());
                case Complete _ -> {
                    all.add("complete");
                    return all;
                }
                case Lost lost -> throw new AssertionError(lost);
                case null -> throw new AssertionError("nothing came after " + all);
            }
        }
    }

    @Test
    @DisplayName("CLI-4 a console that refuses is not asked again")
    void refused() throws InterruptedException {
        stand.on("GET /events", _ -> Answer.problem(401, "{}"));

        try (EventFeed _ = EventFeed.open(console, "/events", happenings::add)) {
            assertThat(happenings.poll(120, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Lost.class,
                            lost -> assertThat(lost.why().exitCode()).isEqualTo(ExitCode.NOT_ALLOWED));
        }
        assertThat(stand.asked()).hasSize(1);
    }

    @Test
    @DisplayName("WEB-3 a console that is away for a moment is waited for")
    void awayForAMoment() throws InterruptedException {
        stand.on(
                "GET /events",
                _ -> stand.asked().size() < 3 ? Answer.problem(503, "{}") : new Answer(204, "text/event-stream", ""));

        try (EventFeed _ = EventFeed.open(console, "/events", happenings::add)) {
            assertThat(happenings.poll(120, TimeUnit.SECONDS)).isEqualTo(new Complete());
        }
        assertThat(stand.asked()).hasSize(3);
    }

    @Test
    @DisplayName("WEB-3 after it is closed nothing is told any more")
    void closed() {
        stand.on("GET /events", _ -> stream(event(1)));

        EventFeed feed = EventFeed.open(console, "/events", happenings::add);
        io.flyball.testkit.Await.that("something is told").until(() -> !happenings.isEmpty());
        feed.close();

        int connections = stand.asked().size();
        io.flyball.testkit.Await.that("it gives up").until(() -> feed.isOver());
        assertThat(happenings).allMatch(Happened.class::isInstance);
        assertThat(stand.asked().size()).isLessThanOrEqualTo(connections + 1);
    }
}
