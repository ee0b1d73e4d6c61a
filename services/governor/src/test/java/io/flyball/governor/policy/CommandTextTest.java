package io.flyball.governor.policy;

import static io.flyball.governor.policy.Fixture.command;
import static io.flyball.governor.policy.Fixture.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("APR-1 the exact command, readable by a person")
class CommandTextTest {
    private final Judge judge = Fixture.judge(Sorting.REQUIRE_APPROVAL);

    @Test
    void commandsReadAsTheyAreTyped() {
        assertThat(text(command("production", "deployctl", "rollback", "shop"))).isEqualTo("deployctl rollback shop");
    }

    @Test
    void wordsWithSpacesAndQuotesAreQuoted() {
        assertThat(CommandText.ofCommand(List.of("echo", "a b", "it's", "", "$HOME", "x;y")))
                .isEqualTo("echo 'a b' 'it'\\''s' '' '$HOME' 'x;y'");
    }

    @Test
    void otherToolsShowTheirArguments() {
        assertThat(text(proposal("act", "{\"service\":\"shop\",\"hard\":true,\"n\":3}", "production", false, null)))
                .isEqualTo("act service=\"shop\" hard=true n=3");
        assertThat(text(proposal("act", "{}", "production", false, null))).isEqualTo("act");
    }

    @Test
    @DisplayName("APR-1 what cannot be seen is written out, so that no command passes for another")
    void hiddenCharactersAreShown() {
        assertThat(CommandText.ofCommand(List.of("rm", "a\u202Eb", "c\nd", "e\u200Bf")))
                .isEqualTo("rm 'a\\u{202e}b' 'c\\u{a}d' 'e\\u{200b}f'");
        assertThat(text(proposal("act", "{\"service\":\"a\u202Eb\"}", "production", false, null)))
                .isEqualTo("act service=\"a\\u{202e}b\"");
    }

    private String text(Proposal proposal) {
        return judge.judge(proposal).nature().command();
    }
}
