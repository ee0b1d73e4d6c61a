package io.flyball.drills.outage;

import io.flyball.drills.check.Evidence.Accepted;
import io.flyball.drills.evidence.Standings;
import io.flyball.drills.load.Operator;
import io.flyball.drills.load.Source;
import io.flyball.drills.load.Source.Heard;
import io.flyball.drills.outage.Cast.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Opens the runs of the cast, so that the outage meets each of them where its role wants it. */
final class Scene {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A read that nobody answers is ended after a minute; a little before that all others are opened. */
    private static final Duration STUCK_FOR = Duration.ofSeconds(56);

    private final OutageSettings settings;
    private final Cast cast;
    private final Source source;
    private final Operator operator;
    private final Standings standings;
    private final Stuck stuck;
    private final List<Accepted> accepted = new CopyOnWriteArrayList<>();

    Scene(OutageSettings settings, Cast cast, Source source, Operator operator, Standings standings, Stuck stuck) {
        this.settings = settings;
        this.cast = cast;
        this.source = source;
        this.operator = operator;
        this.standings = standings;
        this.stuck = stuck;
    }

    /** Returns at the moment at which somebody shall go away. */
    void set() throws InterruptedException {
        open(cast.in(Role.WATCHED));
        open(cast.in(Role.APPROVED_MEANWHILE));
        open(cast.in(Role.APPROVED_AFTERWARDS));
        open(cast.in(Role.PAUSED));
        open(cast.in(Role.HEALED));
        await(() -> all(cast.keys(Role.WATCHED), key -> standings.of(key).equals("ENDED")));
        Set<String> held = cast.keys(Role.APPROVED_MEANWHILE, Role.APPROVED_AFTERWARDS, Role.PAUSED, Role.HEALED);
        await(() -> all(held, key -> standings.of(key).equals("AWAITING_APPROVAL")));
        for (Member member : cast.in(Role.PAUSED)) {
            operator.order(standings.run(member.key()), "pause");
        }
        await(() -> all(cast.keys(Role.PAUSED), key -> standings.of(key).equals("PAUSED")));
        if (settings.hasTimeForRetries()) {
            open(cast.in(Role.RETRYING));
            Thread.sleep(STUCK_FOR);
        }
        crowd();
    }

    private void crowd() throws InterruptedException {
        open(cast.in(Role.SLOW));
        open(cast.in(Role.CLOSING));
        await(() -> stuck.hasBegun(cast.keys(Role.SLOW, Role.CLOSING)));
        open(cast.in(Role.PLAIN));
        if (settings.hasTimeForRetries()) {
            await(() -> cast.keys(Role.RETRYING).stream().anyMatch(standings::hasUsedTool));
        }
        for (Member member : cast.in(Role.CLOSING)) {
            operator.order(standings.run(member.key()), "cancel");
        }
    }

    private void open(List<Member> members) throws InterruptedException {
        List<Thread> all = new ArrayList<>();
        for (Member member : members) {
            all.add(Thread.ofVirtual().name("open-" + member.key()).start(() -> open(member)));
        }
        for (Thread thread : all) {
            thread.join();
        }
    }

    private void open(Member member) {
        try {
            Heard heard = member.byAlert() ? source.says(member.key(), false) : source.asks(member.key());
            if (heard.accepted()) {
                accepted.add(new Accepted(member.key(), member.byAlert() ? "" : heard.run()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(BooleanSupplier met) throws InterruptedException {
        Waiting.until(PATIENCE, met);
    }

    private static boolean all(Set<String> keys, Predicate<String> is) {
        return keys.stream().allMatch(is);
    }

    /** Runs of these roles that have opened. */
    Set<String> runs(Role... roles) {
        return cast.keys(roles).stream()
                .map(standings::run)
                .filter(run -> !run.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the console has accepted. */
    List<Accepted> accepted() {
        return List.copyOf(accepted);
    }
}
