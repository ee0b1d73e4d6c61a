package io.flyball.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Browser;
import io.flyball.contract.ApprovalRequest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("WEB-4 the page for everybody")
class AccessiblePageIT extends OpenPage {

    @Test
    @DisplayName("WEB-2 the first key press on any page that was opened reaches the stop")
    void theStopIsTheFirstInTheOrderOfTheKeys() {
        signIn();
        for (String page : List.of("/?1", "/?2#/approvals", "/?3#/runs/nobody")) {
            browser.open(console.uri(page));
            browser.await("it is live", "document.getElementById('live').dataset.how === 'live'");
            browser.run("document.activeElement.blur()");
            browser.press(Browser.TAB);
            assertThat(browser.run("return document.activeElement.id").asString())
                    .as(page)
                    .isEqualTo("stop");
        }
    }

    @Test
    @DisplayName("WEB-4 usable on a phone: nothing is wider than the screen, targets are large enough")
    void phone() {
        browser.size(500, 844);
        ApprovalRequest request = asked(story());
        signIn();
        awaitCard(request);
        assertThat(browser.run("return document.documentElement.scrollWidth - window.innerWidth")
                        .asInt())
                .isNotPositive();
        assertThat(browser.run("""
                                return [...document.querySelectorAll('button, nav a')].filter((it) => it.offsetParent)
                                  .filter((it) => it.getBoundingClientRect().height < 24).map((it) => it.outerHTML)""").size()).isZero();
    }

    @Test
    @DisplayName("WEB-4 every control has a name, and the browser has nothing to complain of")
    void names() {
        asked(story());
        signIn();
        browser.await("something waits", "document.querySelector('.approval')");
        assertThat(browser.run("""
                                return [...document.querySelectorAll('button, a, input, textarea, [tabindex="0"]')]
                                  .filter((it) => it.offsetParent)
                                  .filter((it) => !(it.innerText || it.getAttribute('aria-label') || it.labels?.length))
                                  .map((it) => it.outerHTML)""").toString()).isEqualTo("[]");
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
