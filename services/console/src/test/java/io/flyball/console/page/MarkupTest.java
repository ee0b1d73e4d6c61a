package io.flyball.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("WEB-5 anybody's text is escaped")
class MarkupTest {

    @Test
    void everySignThatMeansSomethingIsEscaped() {
        assertThat(new Markup().text("<a href=\"x\" title='y'>&amp;</a>"))
                .hasToString("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
    }

    @Test
    void elementsCloseWhatTheyOpen() {
        assertThat(new Markup().element("p class=\"x\"", "<b>")).hasToString("<p class=\"x\">&lt;b&gt;</p>");
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        assertThat(new Markup().optional("p", null).fact("Name", " ").text(null))
                .hasToString("");
    }
}
