package io.flyball.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Browser;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.Shop;
import io.flyball.console.kit.Story;
import io.flyball.console.kit.Teller;
import io.flyball.console.kit.TopicReader;
import io.flyball.contract.ApprovalAnswer;
import io.flyball.contract.ApprovalDecision;
import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.Risk;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopValue;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@EnabledIf(value = "isInstalled", disabledReason = "needs " + Browser.CHROMIUM + " and " + Browser.DRIVER)
@DisplayName("WEB-1 the page in a real browser")
class PageIT {
    private static RunningConsole console;
    private static Teller teller;
    private static TopicReader<ApprovalDecision> decisions;

    private static Browser browser;

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
        console.bean(Redis.class).commands().set(StopValue.KEY, "{\"active\":false}");
        browser.forget();
        browser.size(1280, 900);
    }

    private void signIn() {
        browser.open(console.uri("/#token=" + console.token()));
        browser.await("the page is live", "document.getElementById('live').dataset.how === 'live'");
    }

    private static ApprovalRequest asked(Story story) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        ApprovalRequest request = story.asks(0, "shopctl rollback --to 41", Risk.HIGH, "41 worked", now, now.plusSeconds(300));
        teller.tell(story.events());
        teller.tell(request);
        return request;
    }

    private static Story story() {
        return Shop.untilHeld(UUID.randomUUID().toString(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static ApprovalDecision decision(ApprovalRequest request) {
        Await.that("the answer is on the topic")
                .until(() -> !decisions.all(it -> it.getApprovalId().equals(request.getId())).isEmpty());
        return decisions.all(it -> it.getApprovalId().equals(request.getId())).getFirst().record();
    }

    private static String card(ApprovalRequest request) {
        return "[data-key=\"" + request.getId() + "\"]";
    }

    private void awaitCard(ApprovalRequest request) {
        browser.await("the approval is shown", "document.querySelector('" + card(request) + "')");
    }

    @Test
    @DisplayName("WEB-5 the token is asked for once, and is nowhere afterwards")
    void theTokenIsAskedForOnce() {
        browser.open(console.uri("/"));
        browser.await("the login is there", "document.getElementById('token')");
        browser.type("not the token");
        browser.press(Browser.ENTER);
        browser.await("it is refused", "document.querySelector('.login .error:not([hidden])')");
        signIn();
        assertThat(browser.run("return location.href + document.cookie + JSON.stringify({...localStorage, ...sessionStorage})")
                        .asString())
                .doesNotContain(console.token());
        browser.open(console.uri("/"));
        browser.await("it is live without asking again", "document.getElementById('live').dataset.how === 'live'");
    }

    @Test
    @DisplayName("APR-2 a person approves in the browser, and the answer is on the topic")
    void approve() {
        signIn();
        ApprovalRequest request = asked(story());
        awaitCard(request);
        assertThat(browser.text(card(request)))
                .contains("shopctl rollback --to 41", "high risk", "41 worked", "one service", "left");
        browser.click(card(request) + " .button.primary");
        ApprovalDecision decision = decision(request);
        assertThat(decision.getAnswer()).isEqualTo(ApprovalAnswer.APPROVE);
        assertThat(decision.getActionHash()).isEqualTo(request.getActionHash());
        assertThat(decision.getChannel()).isEqualTo("console");
        browser.await("the card is gone", "!document.querySelector('" + card(request) + "')");
    }

    @Test
    @DisplayName("APR-2 a denial asks for its reason, by keyboard alone")
    void denyByKeyboard() {
        ApprovalRequest request = asked(story());
        signIn();
        awaitCard(request);
        browser.run("document.querySelector('" + card(request) + " .button.primary').focus()");
        browser.press(Browser.TAB);
        browser.press(Browser.ENTER);
        browser.type("not at night");
        browser.press(Browser.TAB);
        browser.press(Browser.ENTER);
        ApprovalDecision decision = decision(request);
        assertThat(decision.getAnswer()).isEqualTo(ApprovalAnswer.DENY);
        assertThat(decision.getReason()).isEqualTo("not at night");
    }

    @Test
    @DisplayName("WEB-2 the emergency stop by keyboard, in two actions, and the banner that says who, why, since when")
    void stopByKeyboard() {
        signIn();
        browser.press(Browser.ALT, "s");
        browser.press(Browser.ENTER);
        browser.await("the banner is there", "!document.getElementById('stop-banner').hidden");
        assertThat(console.bean(StopGuard.class).checkAll()).isInstanceOf(StopState.Stopped.class);
        assertThat(browser.text("#stop-banner")).contains("Nothing acts", "local", "no reason given", "since");
        browser.open(console.uri("/#/approvals"));
        browser.await("it is on every page", "!document.getElementById('stop-banner').hidden");
        browser.click("#resume");
        browser.type("all is well");
        browser.press(Browser.ENTER);
        browser.await("it is gone", "document.getElementById('stop-banner').hidden");
        assertThat(console.bean(StopGuard.class).checkAll()).isInstanceOf(StopState.Clear.class);
    }

    @Test
    @DisplayName("WEB-2 the first key press on any page that was opened reaches the stop")
    void theStopIsTheFirstInTheOrderOfTheKeys() {
        signIn();
        for (String page : List.of("/?1", "/?2#/approvals", "/?3#/runs/nobody")) {
            browser.open(console.uri(page));
            browser.await("it is live", "document.getElementById('live').dataset.how === 'live'");
            browser.run("document.activeElement.blur()");
            browser.press(Browser.TAB);
            assertThat(browser.run("return document.activeElement.id").asString()).as(page).isEqualTo("stop");
        }
    }

    @Test
    @DisplayName("STOP-8 a stop by a bare SET shows on an open page")
    void aBareSetShows() {
        signIn();
        console.bean(Redis.class).commands().set(StopValue.KEY, "stop!");
        browser.await("the banner is there", "!document.getElementById('stop-banner').hidden");
        assertThat(browser.text("#stop-banner")).contains("stop!");
    }

    @Test
    @DisplayName("WEB-3 a run's timeline grows while somebody looks at it, and what is open stays open")
    void live() {
        Story story = story();
        teller.tell(story.events());
        signIn();
        browser.open(console.uri("/#/runs/" + story.runId()));
        browser.await("its timeline is there", "document.querySelectorAll('.turn').length === 2");
        browser.run("document.querySelector('.action details').open = true");
        int before = story.events().size();
        teller.tell(Shop.andThenFixed(story).events().subList(before, story.events().size()));
        browser.await("its end is there", "document.querySelector('.ending')");
        assertThat(browser.text(".run"))
                .contains("Ended: resolved", "Version 42 changed the upstream", "approved by ann", "Verification", "verified", "$0.03");
        assertThat(browser.run("return document.querySelector('.action details').open").asBoolean()).isTrue();
        assertThat(browser.run("return document.querySelector('.links a').href").asString())
                .isEqualTo("http://127.0.0.1:7415/zipkin/traces/0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    @DisplayName("WEB-5 text of alerts and models stays text")
    void hostileTextStaysText() {
        Story story = new Story(UUID.randomUUID().toString(), Instant.now())
                .opened("<img src=x onerror=\"window.hit=1\">", "<script>window.hit=2</script>");
        teller.tell(story.events());
        signIn();
        browser.open(console.uri("/#/runs/" + story.runId()));
        browser.await("it is shown", "document.querySelector('.run-head')");
        assertThat(browser.text(".run-head")).contains("<img src=x onerror=");
        assertThat(browser.run("return window.hit ?? 'none'").asString()).isEqualTo("none");
        assertThat(browser.run("return document.querySelectorAll('main img, main script').length").asInt()).isZero();
        assertThat(browser.run(
                                "try { document.body.innerHTML = '<b>x</b>'; return 'allowed' } catch (e) { return 'refused' }")
                        .asString())
                .as("even where a script tried to")
                .isEqualTo("refused");
    }

    @Test
    @DisplayName("WEB-4 usable on a phone: nothing is wider than the screen, targets are large enough")
    void phone() {
        browser.size(500, 844);
        ApprovalRequest request = asked(story());
        signIn();
        awaitCard(request);
        assertThat(browser.run("return document.documentElement.scrollWidth - window.innerWidth").asInt()).isNotPositive();
        assertThat(browser.run(
                                """
                                return [...document.querySelectorAll('button, nav a')].filter((it) => it.offsetParent)
                                  .filter((it) => it.getBoundingClientRect().height < 24).map((it) => it.outerHTML)""")
                        .size())
                .isZero();
    }

    @Test
    @DisplayName("WEB-4 every control has a name, and the browser has nothing to complain of")
    void names() {
        asked(story());
        signIn();
        browser.await("something waits", "document.querySelector('.approval')");
        assertThat(browser.run(
                                """
                                return [...document.querySelectorAll('button, a, input, textarea, [tabindex="0"]')]
                                  .filter((it) => it.offsetParent)
                                  .filter((it) => !(it.innerText || it.getAttribute('aria-label') || it.labels?.length))
                                  .map((it) => it.outerHTML)""")
                        .toString())
                .isEqualTo("[]");
        assertThat(browser.complaints()).noneMatch(message -> message.contains("Content Security Policy"));
    }

    @Test
    @DisplayName("WEB-4 light and dark, as the person prefers")
    void lightAndDark() {
        signIn();
        String ground = "return getComputedStyle(document.body).backgroundColor";
        browser.prefer("prefers-color-scheme", "light");
        assertThat(browser.run(ground).asString()).isEqualTo("rgb(245, 246, 244)");
        browser.prefer("prefers-color-scheme", "dark");
        assertThat(browser.run(ground).asString()).isEqualTo("rgb(16, 22, 21)");
    }
}
