package io.flyball.catalogue.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A line is taken apart at its pipes")
class ShellPipeTest {

    @Test
    void outsideOfQuotesOnly() {
        assertThat(ShellPipe.of("ps aux|grep 'a|b' | grep \"c|d\" | grep e\\|f"))
                .contains(List.of(
                        List.of("ps", "aux"), List.of("grep", "a|b"), List.of("grep", "c|d"), List.of("grep", "e|f")));
    }

    @Test
    void aLineWithoutAPipeIsOneCommand() {
        assertThat(ShellPipe.of(" df  -h ")).contains(List.of(List.of("df", "-h")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|",
                "a |",
                "| a",
                "a || b",
                "a |& b",
                "a | b; c",
                "a | b > f",
                "a | b < f",
                "a | $(b)",
                "a | `b`",
                "a | b &",
                "a\nb | c",
                "a | 'b",
                "a | \"$(b)\""
            })
    void whatOnlyAShellUnderstandsIsNone(String line) {
        assertThat(ShellPipe.of(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "echo $(git status); git status",
                "echo \"$(find . -name foo )\"; find . -name foo",
                "echo `uptime`; uptime",
                "echo ok | xargs; echo ok",
                "echo ok | xargs -n1; echo ok",
                "echo ok | xargs -n 1 find . -name foo; find . -name foo ok",
                "echo a b | xargs -r ls -l; ls -l a b",
                "echo a | xargs -I{} cat x/{}.log; cat x/a.log",
                "echo a b | xargs -I X ls X; ls a b",
                "echo /tmp | xargs rm -rf; rm -rf /tmp",
                "echo -- -delete | xargs find .; find . -- -delete"
            })
    @DisplayName("SBX-1 what a shell's idiom comes to is the command that is judged and run")
    void idioms(String line, String same) {
        assertThat(joined(line)).isEqualTo(same);
    }

    private static String joined(String line) {
        return ShellPipe.of(line).orElseThrow().stream()
                .map(words -> String.join(" ", words))
                .collect(Collectors.joining(" | "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo a b | xargs -n1 ls",
                "echo -e a | xargs ls",
                "echo \"a'b\" | xargs ls",
                "echo $HOME | xargs ls",
                "echo *.log | xargs ls",
                "ls | xargs ls",
                "echo a | xargs --arg-file=/etc/shadow ls",
                "echo a | xargs -P4 ls",
                "echo -delete | xargs -I{} -n1 find .",
                "echo -delete | xargs -n1 -I{} find .",
                "echo a | xargs -n2 -n1 ls",
                "echo a | xargs -n0 ls",
                "echo a | xargs -n",
                "echo a | xargs -I",
                "echo a | xargs -- ls"
            })
    @DisplayName("SBX-1 where it is not certain what xargs would run, it stays xargs, which nobody may run")
    void notCertain(String line) {
        assertThat(joined(line)).contains("| xargs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo $(a; b)",
                "echo $(a) $(b)",
                "echo $((1+1))",
                "echo $(a $(b))",
                "echo \"$(a)",
                "echo $(a)\"",
                "echo $(a) > f",
                "echo \"`find . \\\"-delete\\\"`\"",
                "echo $(a\nb)",
                "ls $(a)"
            })
    void whatIsMoreThanTheOutputOfOneCommandNeedsAShell(String line) {
        assertThat(ShellPipe.of(line)).isEmpty();
    }
}
