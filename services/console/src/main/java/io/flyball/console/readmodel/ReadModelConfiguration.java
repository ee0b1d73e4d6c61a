package io.flyball.console.readmodel;

import io.flyball.console.halt.HaltBoard;
import io.flyball.contract.ActionVerdict;
import io.flyball.contract.ApprovalDecision;
import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.DeadLetter;
import io.flyball.contract.HaltReceipt;
import io.flyball.contract.NotificationReceipt;
import io.flyball.contract.RunEvent;
import io.flyball.contract.RunRequest;
import io.flyball.contract.RunResult;
import io.flyball.contract.WorkerSign;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.health.RequiredPart;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.RunHistory;
import io.flyball.schemas.Topics;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which topics the console reads; all of each, at every start. */
@Configuration(proxyBeanMethods = false)
class ReadModelConfiguration {

    @Bean
    Projection projection(
            ConnectionProperties connection,
            Wire wire,
            Runs runs,
            Approvals approvals,
            StopBoard stop,
            DeadLetterShelf deadLetters,
            HaltBoard halt) {
        Projection projection = new Projection(connection.kafka(), "console-read-model", wire);
        return projection
                .on(new Subscription<>(
                        Topics.WORKERS, WorkerSign.class, sign -> halt.take(sign, projection.isHealthy())))
                .on(new Subscription<>(Topics.HALT_RECEIPTS, HaltReceipt.class, halt::take))
                .on(new Subscription<>(
                        Topics.RUN_EVENTS,
                        RunEvent.class,
                        event -> RunHistory.oneByOne(event).forEach(runs::take)))
                .on(new Subscription<>(Topics.RUN_REQUESTS, RunRequest.class, runs::acceptElsewhere))
                .on(new Subscription<>(Topics.RESULTS, RunResult.class, runs::take))
                .on(new Subscription<>(Topics.NOTIFICATION_RECEIPTS, NotificationReceipt.class, runs::take))
                .on(new Subscription<>(Topics.APPROVAL_REQUESTS, ApprovalRequest.class, approvals::take))
                .on(new Subscription<>(Topics.APPROVAL_DECISIONS, ApprovalDecision.class, approvals::take))
                .on(new Subscription<>(Topics.ACTION_VERDICTS, ActionVerdict.class, approvals::take))
                .on(new Subscription<>(Topics.CONTROL, ControlCommand.class, stop::take))
                .on(new Subscription<>(Topics.DEAD_LETTERS, DeadLetter.class, deadLetters::take));
    }

    @Bean
    StandingGauges standingGauges(Runs runs, Approvals approvals, StopBoard stop, Clock clock) {
        return new StandingGauges(runs, approvals, stop::isReleased, clock);
    }

    @Bean
    RequiredPart readModel(Projection projection) {
        return new RequiredPart(
                projection::isHealthy, "the console is still reading its topics; it answers from what it has");
    }
}
