package io.flyball.console.page;

import io.flyball.console.kit.Browser;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.Shop;
import io.flyball.console.kit.Story;
import io.flyball.console.kit.Teller;
import io.flyball.console.kit.TopicReader;
import io.flyball.contract.ApprovalDecision;
import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.Risk;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A browser in front of a console, for all tests of a class. */
@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@EnabledIf(value = "isInstalled", disabledReason = "needs " + Browser.CHROMIUM + " and " + Browser.DRIVER)
abstract class OpenPage {
    protected static RunningConsole console;
    protected static Teller teller;
    protected static TopicReader<ApprovalDecision> decisions;

    protected static Browser browser;

    static boolean isInstalled() {
        return Browser.isInstalled();
    }

    @BeforeAll
    static void start(SharedNeighbours neighbours, @TempDir Path folder) throws IOException {
        console = RunningConsole.start(neighbours);
        browser = new Browser(folder);
        teller = new Teller(neighbours);
        decisions = new TopicReader<>(neighbours, Topics.APPROVAL_DECISIONS, ApprovalDecision.class);
    }

    @AfterAll
    static void stop() {
        browser.close();
        teller.close();
        console.close();
    }

    @BeforeEach
    void anew() {
        console.release();
        browser.forget();
        browser.size(1280, 900);
    }

    protected void signIn() {
        browser.open(console.uri("/#token=" + console.token()));
        browser.await("the page is live", "document.getElementById('live').dataset.how === 'live'");
    }

    protected static ApprovalRequest asked(Story story) {
        return asked(story, Risk.HIGH, 300);
    }

    protected static ApprovalRequest asked(Story story, Risk risk, int seconds) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        ApprovalRequest request =
                story.asks(0, "shopctl rollback --to 41", risk, "41 worked", now, now.plusSeconds(seconds));
        teller.tell(story.events());
        teller.tell(request);
        return request;
    }

    protected static Story story() {
        return Shop.untilHeld(UUID.randomUUID().toString(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    protected static ApprovalDecision decision(ApprovalRequest request) {
        Await.that("the answer is on the topic")
                .until(() -> !decisions
                        .all(it -> it.getApprovalId().equals(request.getId()))
                        .isEmpty());
        return decisions
                .all(it -> it.getApprovalId().equals(request.getId()))
                .getFirst()
                .record();
    }

    protected static String card(ApprovalRequest request) {
        return "[data-key=\"" + request.getId() + "\"]";
    }

    protected void awaitCard(ApprovalRequest request) {
        browser.await("the approval is shown", "document.querySelector('" + card(request) + "')");
    }
}
