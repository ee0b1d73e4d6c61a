package io.flyball.orchestrator.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One alert of a run, the one that opened it included.
 *
 * @param description its name, service and fingerprint, as the planner is told
 * @param newest whether it fires, and since when
 * @param told whether the planner has been told of it
 * @param evidence the read that has looked at it since it joined and since the last change; null if none has
 * @param at when it joined the run, by the engine's clock
 */
public record JoinedAlert(
        String fingerprint,
        String description,
        AlertSubject subject,
        Occurrence newest,
        boolean told,
        @Nullable String evidence,
        Instant at) {

    /** Older versions kept neither what it is about nor whether it fires; those that they kept did. */
    @SuppressWarnings("ConstantValue")
    public JoinedAlert {
        subject = subject == null ? AlertSubject.NONE : subject;
        newest = newest == null ? new Occurrence(null, false, 0) : newest;
    }

    /** The alert that opened a run: the planner is told of it with every request. */
    static JoinedAlert own(AlertFacts alert, Instant at) {
        return new JoinedAlert(
                alert.fingerprint(),
                describe(alert.name(), alert.service(), alert.fingerprint()),
                AlertSubject.of(alert.service(), alert.labels()),
                new Occurrence(alert.startsAt(), alert.resolved(), alert.leftOut()),
                true,
                null,
                at);
    }

    static JoinedAlert of(RunEvent.AlertJoined event) {
        return new JoinedAlert(
                event.fingerprint(), event.description(), event.subject(), event.occurrence(), false, null, event.at());
    }

    /** How people and planners are told of an alert. */
    public static String describe(String name, @Nullable String service, String fingerprint) {
        return name + (service == null ? "" : " on " + service) + " (" + fingerprint + ")";
    }

    boolean fires() {
        return !newest.resolved();
    }

    /** With news of it; what has begun anew has not been looked at. */
    JoinedAlert with(Occurrence news) {
        boolean anew = newest.resolved() && !news.resolved();
        Instant begun = news.startsAt() == null ? newest.startsAt() : news.startsAt();
        return new JoinedAlert(
                fingerprint,
                description,
                subject,
                new Occurrence(begun, news.resolved(), news.leftOut()),
                told,
                anew ? null : evidence,
                at);
    }

    JoinedAlert toldOf() {
        return new JoinedAlert(fingerprint, description, subject, newest, true, evidence, at);
    }

    JoinedAlert seenBy(@Nullable String action) {
        return new JoinedAlert(fingerprint, description, subject, newest, told, action, at);
    }
}
