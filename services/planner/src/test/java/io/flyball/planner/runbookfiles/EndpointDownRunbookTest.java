package io.flyball.planner.runbookfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.FinishOutcome;
import io.flyball.planner.runbookfiles.FollowedRun.Answer;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EndpointDownRunbookTest {
    private final FollowedRun run = new FollowedRun(
            TestCatalogue.shipped("endpoint-down"),
            FollowedRun.alert("EndpointDown", Map.of("instance", "10.0.0.7:8080"), Map.of()));

    @Test
    @DisplayName("CAT-15 an endpoint that answers is a false alarm")
    void answers() {
        assertThat(run.wantedAlone().arguments()).containsEntry("url", "http://10.0.0.7:8080/");
        assertThat(run.answer(Answer.ok("status 200")).decide())
                .asInstanceOf(type(Decision.Finish.class))
                .returns(FinishOutcome.NOT_REPRODUCED, Decision.Finish::outcome);
    }

    @Test
    @DisplayName("CAT-15 an endpoint that answers wrongly is told from one where nobody listens")
    void tellsWrongAnswersFromSilence() {
        run.answer(Answer.failed("status 500"));
        assertThat(run.wantedAlone().arguments()).isEqualTo(Map.of("url", "tcp://10.0.0.7:8080"));

        run.answer(Answer.failed("connection refused"));
        assertThat(run.decide())
                .asInstanceOf(type(Decision.Escalate.class))
                .satisfies(escalation -> assertThat(escalation.reason())
                        .isEqualTo("Nobody listens at 10.0.0.7:8080: connection refused"));
    }

    @Test
    @DisplayName("CAT-15 an open port that answers wrongly is for a person")
    void wrongAnswer() {
        run.answer(Answer.failed("status 500")).answer(Answer.ok("open"));

        assertThat(run.decide())
                .asInstanceOf(type(Decision.Escalate.class))
                .satisfies(escalation -> assertThat(escalation.reason()).contains("answers wrongly: status 500"));
    }

    @Test
    @DisplayName("CAT-15 the first responder follows it for endpoints that are down")
    void somebodyFollowsIt() {
        var responder = TestCatalogue.shipped().agent("first-responder").orElseThrow();
        assertThat(RunbookLibrary.load(TestCatalogue.shipped()).choose(responder, run.situation()))
                .hasValueSatisfying(runbook -> assertThat(runbook.name()).isEqualTo("endpoint-down"));
    }
}
