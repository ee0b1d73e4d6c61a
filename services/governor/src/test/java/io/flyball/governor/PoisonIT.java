package io.flyball.governor;

import static io.flyball.governor.Records.newRun;
import static io.flyball.governor.Records.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.DeadLetter;
import io.flyball.contract.Verdict;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.Topics;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
class PoisonIT {

    @Test
    @DisplayName("RUN-25 a proposal that cannot be processed is a dead letter; the next one has its verdict")
    void goesOn(SharedNeighbours neighbours, @TempDir Path folder) {
        List<DeadLetter> letters = new CopyOnWriteArrayList<>();
        var wire = new RegistryWire(URI.create(neighbours.registryUrl()));
        var shelf = new Projection(neighbours.bootstrapServers(), "letters", wire)
                .on(new Subscription<>(Topics.DEAD_LETTERS, DeadLetter.class, letters::add));
        try (var heard = new Heard(neighbours);
                var governor = new RunningGovernor(neighbours, folder)) {
            shelf.start();
            ActionProposal large = ActionProposal.newBuilder(proposal(newRun(), "rollback"))
                    .setReasoning("\u0000".repeat(990_000))
                    .build();
            ActionProposal good = proposal(large.getRunId(), 1, "rollback");
            heard.say(Topics.ACTION_PROPOSALS, large.getRunId(), large);
            heard.say(Topics.ACTION_PROPOSALS, good.getRunId(), good);

            assertThat(heard.verdict(good.getActionId() + ":v1").getVerdict()).isEqualTo(Verdict.HOLD_FOR_APPROVAL);
            DeadLetter letter =
                    Heard.await("a dead letter", letters, it -> it.getTopic().equals(Topics.ACTION_PROPOSALS));
            assertThat(letter.getReason())
                    .contains("could be read, but not processed")
                    .contains("at most 1000000");
            assertThat(heard.verdicts).noneMatch(it -> it.getActionId().equals(large.getActionId()));
            assertThat(governor.isReady()).isTrue();
        } finally {
            shelf.stop();
            wire.close();
        }
    }
}
