package io.flyball.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Browser;
import io.flyball.console.kit.Shop;
import io.flyball.console.kit.Story;
import io.flyball.console.readmodel.StopBoard;
import io.flyball.contract.ApprovalAnswer;
import io.flyball.contract.ApprovalDecision;
import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.ControlKind;
import io.flyball.contract.HaltReceipt;
import io.flyball.contract.Risk;
import io.flyball.contract.WorkerSign;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopValue;
import io.flyball.schemas.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("WEB-1 the page in a real browser")
class PageIT extends OpenPage {
    @Test
    @DisplayName("WEB-5 the token is asked for once, and is nowhere afterwards")
    void theTokenIsAskedForOnce() {
        browser.open(console.uri("/"));
        browser.await("the login is there", "document.getElementById('token')");
        browser.type("not the token");
        browser.press(Browser.ENTER);
        browser.await("it is refused", "document.querySelector('.login .error:not([hidden])')");
        signIn();
        assertThat(browser.run(
                                "return location.href + document.cookie + JSON.stringify({...localStorage, ...sessionStorage})")
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
        press(request, "Approve…");
        press(request, "Yes, approve");
        ApprovalDecision decision = decision(request);
        assertThat(decision.getAnswer()).isEqualTo(ApprovalAnswer.APPROVE);
        assertThat(decision.getActionHash()).isEqualTo(request.getActionHash());
        assertThat(decision.getChannel()).isEqualTo("console");
        browser.await("the card says so, where it was", "document.querySelector('" + card(request) + " .answered')");
        assertThat(browser.text(card(request))).contains("Approved.").doesNotContain("Deny");
    }

    /** Once it may be answered: a second after it came where it is. */
    private void press(ApprovalRequest request, String words) {
        String button = card(request) + " .button.primary";
        browser.await(
                "the button is ready",
                "document.querySelector('%1$s')?.textContent === '%2$s' && document.querySelector('%1$s').getAttribute('aria-disabled') === 'false'"
                        .formatted(button, words));
        browser.click(button);
    }

    @Test
    @DisplayName("APR-2 WEB-2 a second click on the place of an answered action answers no other one")
    void secondClick() {
        signIn();
        ApprovalRequest first = asked(story(), Risk.MEDIUM, 300);
        ApprovalRequest next = asked(story(), Risk.MEDIUM, 400);
        awaitCard(first);
        awaitCard(next);
        String there = "document.querySelector('" + card(first) + " .button.primary')";
        browser.await("it is ready", there + ".getAttribute('aria-disabled') === 'false'");
        browser.run("""
                const button = %s;
                button.scrollIntoView({ block: 'center' });
                const at = button.getBoundingClientRect();
                const click = () => document.elementFromPoint(at.x + 5, at.y + 5)?.click();
                click();
                setTimeout(() => { click(); window.clickedAgain = true; }, 350);
                """.formatted(there));
        assertThat(decision(first).getAnswer()).isEqualTo(ApprovalAnswer.APPROVE);
        browser.await("it was clicked again", "window.clickedAgain");
        press(next, "Approve");
        decision(next);
        assertThat(decisions.all(it -> it.getApprovalId().equals(next.getId()))).hasSize(1);
        assertThat(browser.text(card(first))).contains("Approved.");
    }

    @Test
    @DisplayName("APR-2 WEB-2 what has slid under the pointer cannot be answered within a second")
    void slidUnderThePointer() {
        signIn();
        ApprovalRequest later = asked(story(), Risk.MEDIUM, 500);
        awaitCard(later);
        String button = "document.querySelector('" + card(later) + " .button.primary')";
        browser.await("it is ready", button + ".getAttribute('aria-disabled') === 'false'");
        browser.run("""
                const button = %s;
                const top = button.getBoundingClientRect().top;
                const look = () => (button.getBoundingClientRect().top === top ? requestAnimationFrame(look) : button.click());
                requestAnimationFrame(look);
                """.formatted(button));
        asked(story(), Risk.MEDIUM, 200);
        browser.await(
                "it is refused",
                "document.querySelector('" + card(later) + " .error')?.textContent.includes('only just come here')");
        press(later, "Approve");
        assertThat(decision(later).getAnswer()).isEqualTo(ApprovalAnswer.APPROVE);
    }

    @Test
    @DisplayName("WEB-3 APR-2 a page that has lost its connection says so and answers nothing")
    void lostConnection() {
        signIn();
        ApprovalRequest request = asked(story(), Risk.MEDIUM, 300);
        awaitCard(request);
        browser.run("window.dispatchEvent(new Event('offline'))");
        browser.await("it is lost", "document.getElementById('live').dataset.how === 'reconnecting'");
        browser.click(card(request) + " .button.primary");
        browser.await(
                "it is refused",
                "document.querySelector('" + card(request) + " .error')?.textContent.includes('connection is lost')");
        browser.run("window.dispatchEvent(new Event('online'))");
        browser.await("it is live again", "document.getElementById('live').dataset.how === 'live'");
        press(request, "Approve");
        assertThat(decision(request).getAnswer()).isEqualTo(ApprovalAnswer.APPROVE);
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
    @DisplayName("STOP-9 the banner names each worker that has not answered the stop, until all have")
    void answersToTheStop() {
        signIn();
        String place = "tool-executor@here:" + UUID.randomUUID();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        teller.tell(Topics.WORKERS, place, new WorkerSign(place + "/1", place, "tool-executor", now, now, false));
        browser.press(Browser.ALT, "s");
        browser.press(Browser.ENTER);
        browser.await("it is named", halt("NOT CONFIRMED") + " && " + halt(place));

        long epoch = console.bean(StopOrders.class).epoch(StopBoard.TARGET);
        teller.tell(Topics.HALT_RECEIPTS, place, receipt(place, epoch, now));
        browser.await(
                "it has answered", halt("Confirmed by all live workers") + " && " + halt("running calls ended: 2"));
        teller.tell(Topics.WORKERS, place, new WorkerSign(place + "/1", place, "tool-executor", now, now, true));
    }

    private static String halt(String words) {
        return "document.getElementById('stop-banner-halt').textContent.includes('" + words + "')";
    }

    private static HaltReceipt receipt(String place, long epoch, Instant at) {
        return HaltReceipt.newBuilder()
                .setId(place + epoch)
                .setWorker(place + "/1")
                .setPlace(place)
                .setService("tool-executor")
                .setTarget(StopBoard.TARGET)
                .setOrderId("o")
                .setKind(ControlKind.EMERGENCY_STOP)
                .setEpoch(epoch)
                .setRunning(2)
                .setEnded(2)
                .setLeft(0)
                .setFinishing(0)
                .setNames(List.of("a-1", "a-2"))
                .setHeardAt(at)
                .setAnsweredAt(at)
                .build();
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
        teller.tell(
                Shop.andThenFixed(story).events().subList(before, story.events().size()));
        browser.await("its end is there", "document.querySelector('.ending')");
        assertThat(browser.text(".run"))
                .contains(
                        "Ended: resolved",
                        "Version 42 changed the upstream",
                        "approved by ann",
                        "Verification",
                        "verified",
                        "$0.03");
        assertThat(browser.run("return document.querySelector('.action details').open")
                        .asBoolean())
                .isTrue();
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
        assertThat(browser.run("return document.querySelectorAll('main img, main script').length")
                        .asInt())
                .isZero();
        assertThat(browser.run(
                                "try { document.body.innerHTML = '<b>x</b>'; return 'allowed' } catch (e) { return 'refused' }")
                        .asString())
                .as("even where a script tried to")
                .isEqualTo("refused");
    }
}
