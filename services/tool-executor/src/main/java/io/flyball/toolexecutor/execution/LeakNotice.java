package io.flyball.toolexecutor.execution;

import io.flyball.contract.Notification;
import io.flyball.contract.NotificationKind;
import io.flyball.secrets.SecretFilter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeSet;

/** Tells people that a source holds secrets which whoever can read it can read: once a day and source. */
final class LeakNotice {
    private final SecretFilter filter;

    LeakNotice(SecretFilter filter) {
        this.filter = filter;
    }

    Notification of(Call call, CallResult result) {
        String source = filter.filter(call.runId(), call.target() == null ? call.tool() : call.target())
                .text();
        String kinds = String.join(", ", new TreeSet<>(result.secrets()));
        LocalDate day = result.finishedAt().atZone(ZoneOffset.UTC).toLocalDate();
        return Notification.newBuilder()
                .setId(call.actionId() + "/" + call.dispatch() + "/leak")
                .setDedupKey("leak:" + call.tenant() + ":" + call.environment() + ":" + source + ":" + day)
                .setTenant(call.tenant())
                .setSubject(call.runId())
                .setRunId(call.runId())
                .setKind(NotificationKind.PROGRESS)
                .setSeverity("warning")
                .setEnvironment(call.environment())
                .setAgent(call.agent())
                .setTitle("Secrets can be read at " + source)
                .setBody("What " + call.tool() + " read at " + source + " held secrets: " + kinds
                        + ". They were taken out before anything left the tool executor, but whoever can read this source can"
                        + " read them: take them out of it, and change them.")
                .setFields(Map.of("source", source, "kinds", kinds, "action", call.actionId()))
                .setAt(result.finishedAt())
                .build();
    }
}
