package io.flyball.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.notifier.Messages;
import io.flyball.notifier.message.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SlackChannelTest extends HttpChannelContract {
    private static final int SECTION = 3_000;

    @Override
    Channel channel(HttpPost post) {
        return new SlackChannel(post);
    }

    @Test
    @DisplayName("NTF-1 header, text, facts and links as Slack's blocks")
    void blocks() throws Exception {
        JsonNode sent = sent(
                "info",
                "ServiceDown: **RESOLVED**",
                "# Cause\nA **wrong** [upstream](https://wiki/x?a=1&b=2)\n> quoted");

        assertThat(sent.path("text").asString()).isEqualTo("ServiceDown: **RESOLVED**");
        assertThat(sent.at("/blocks/0/text/type").asString()).isEqualTo("plain_text");
        assertThat(sent.at("/blocks/1/text/text").asString())
                .isEqualTo("*Cause*\nA *wrong* <https://wiki/x?a=1&amp;b=2|upstream>\n>quoted"
                        .replace(">quoted", "> quoted"));
        assertThat(sent.at("/blocks/2/fields/0/text").asString()).isEqualTo("*cost*\n$0.12");
        assertThat(sent.at("/blocks/3/elements/0/text").asString())
                .isEqualTo("<http://127.0.0.1:7400/#/runs/run-1|console>");
    }

    @Test
    @DisplayName("NTF-1 what others wrote cannot mention, link or leave its code block")
    void escapes() throws Exception {
        JsonNode sent = sent(
                "critical",
                "<!channel> & co",
                "<!here> <https://evil|bank>\n```\ncode <@U1>\n```\n    indented ``` & *not bold*\nafter");

        assertThat(sent.path("text").asString()).endsWith("CRITICAL: &lt;!channel&gt; &amp; co");
        assertThat(sent.at("/blocks/1/text/text").asString())
                .isEqualTo("&lt;!here&gt; &lt;https://evil|bank&gt;\n```\ncode &lt;@U1&gt;\n"
                        + "indented `\u200b`\u200b` &amp; *not bold*\n```\nafter");
    }

    @Test
    @DisplayName(
            "NTF-1 a long text is cut, whole characters and entities, its code closed, with a pointer to the console")
    void cuts() throws Exception {
        for (String piece : new String[] {"x", "&", "\uD83D\uDE80", "word ", "[a](https://b.example/c) "}) {
            for (String indent : new String[] {"", "    "}) {
                String text = sent("info", "t", (indent + piece.repeat(40) + "\n").repeat(200) + piece.repeat(9_000))
                        .at("/blocks/1/text/text")
                        .asString();
                assertThat(text).hasSizeBetween(SECTION - 300, SECTION);
                assertThat(text).contains("cut here; all of it is in the console: http://127.0.0.1:7400/#/runs/run-1");
                assertThat(text.split("```", -1).length % 2)
                        .as("fences are pairs")
                        .isEqualTo(1);
                assertThat(text).doesNotContainPattern("&(?!amp;|lt;|gt;)").doesNotContainPattern("<[^>]*\\n");
                assertThat(text.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
            }
        }
    }

    @Test
    void aTextThatJustFitsIsNotCut() throws Exception {
        assertThat(sent("info", "t", "y".repeat(SECTION - 1))
                        .at("/blocks/1/text/text")
                        .asString())
                .isEqualTo("y".repeat(SECTION - 1));
    }

    @Test
    void severityIsAWord() throws Exception {
        assertThat(sent("critical", "t", "b").at("/blocks/0/text/text").asString())
                .contains("CRITICAL");
        assertThat(sent("info", "z".repeat(400), "b").at("/blocks/0/text/text").asString())
                .hasSize(150);
    }

    private JsonNode sent(String severity, String title, String body) throws Exception {
        send(Messages.of(Kind.CLOSING, severity, title, body));
        return new JsonMapper().readTree(receiver.requests().getLast().body());
    }
}
