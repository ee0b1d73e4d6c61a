package io.flyball.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.Golden;
import io.flyball.cli.output.Json;
import io.flyball.cli.terminal.Ink;
import io.flyball.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("CLI-3 a run as it is told")
class RunStoryTest {
    private static final JsonNode RESOLVED = Json.parse(Golden.resource("console/run-resolved.json"));

    static Stream<Named<Long>> seeds() {
        return Seeds.stream(50);
    }

    private static List<String> lines(List<StoryLine> story, int width) {
        return story.stream()
                .flatMap(line -> line.render(width, Ink.PLAIN).stream())
                .toList();
    }

    private static Run run(String resource) {
        return RunReader.read(Json.parse(Golden.resource("console/" + resource)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("CLI-3 however often and in whatever pieces a run is looked at, each fact is told once")
    void nothingTwiceNothingLost(long seed) {
        Random random = new Random(seed);
        List<StoryLine> atOnce = new RunStory().tell(RunReader.read(RESOLVED));
        RunStory story = new RunStory();
        List<StoryLine> inPieces = new ArrayList<>();
        for (int finished = 0; finished <= 5; finished += 1 + random.nextInt(2)) {
            inPieces.addAll(story.tell(RunReader.read(until(finished))));
            inPieces.addAll(story.tell(RunReader.read(until(finished))));
        }
        inPieces.addAll(story.tell(RunReader.read(RESOLVED)));

        assertThat(inPieces).containsExactlyInAnyOrderElementsOf(atOnce).doesNotHaveDuplicates();
        assertThat(inPieces.getFirst()).isEqualTo(atOnce.getFirst());
        assertThat(inPieces.getLast()).isEqualTo(atOnce.getLast());
    }

    /** The run when that many of its actions had finished, and the next one was called. */
    private static JsonNode until(int finished) {
        ObjectNode run = (ObjectNode) RESOLVED.deepCopy();
        run.put("status", "ACTING")
                .putNull("outcome")
                .putNull("summary")
                .putNull("reason")
                .putNull("rootCause");
        ArrayNode actions = (ArrayNode) run.path("actions");
        while (actions.size() > finished + 1) {
            actions.remove(actions.size() - 1);
        }
        if (actions.size() > finished) {
            ((ObjectNode) actions.get(finished))
                    .put("status", "CALLED")
                    .putNull("output")
                    .putNull("error");
        }
        int step = actions.get(actions.size() - 1).path("step").asInt();
        ArrayNode steps = (ArrayNode) run.path("steps");
        while (steps.size() > step) {
            steps.remove(steps.size() - 1);
        }
        if (finished < 5) {
            ((ArrayNode) run.path("verification")).removeAll();
        }
        return run;
    }

    @Test
    @DisplayName("APR-1 a held action is told with its exact command, risk and why; its answer follows")
    void heldThenApproved() {
        RunStory story = new RunStory();

        List<String> held = lines(story.tell(run("run-held.json")), 100);
        List<String> after = lines(story.tell(run("run-resolved.json")), 100);

        assertThat(held)
                .contains(
                        "    ⏸ held for approval: deployctl rollback shop",
                        "      risk MEDIUM, effect CHANGE: production: rolling back needs approval");
        assertThat(after.getFirst()).isEqualTo("    ✓ approved by ann: deployctl rollback shop");
        assertThat(after).noneMatch(line -> line.contains("step 1"));
    }

    @Test
    @DisplayName("ESC-2 a denial ends in a hand-over that says what is known and what to do")
    void denied() {
        List<String> lines = lines(new RunStory().tell(run("run-escalated.json")), 100);

        Golden.assertSame("story-escalated", String.join("\n", lines) + "\n");
        assertThat(lines)
                .contains(
                        "    ✗ denied: deployctl rollback shop: denied by ann: not now",
                        "  next: deployctl rollback shop");
    }

    @Test
    @DisplayName("STOP-2 a run that is held and released is told each time")
    void heldTwice() {
        RunStory story = new RunStory();
        List<String> lines = new ArrayList<>();
        for (String status : List.of("ACTING", "HELD", "ACTING", "HELD", "ACTING")) {
            ObjectNode run = (ObjectNode) until(1).deepCopy();
            run.put("status", status).put("holdReason", status.equals("HELD") ? "emergency stop" : null);
            lines.addAll(lines(story.tell(RunReader.read(run)), 100));
        }

        assertThat(lines.stream().filter(line -> line.contains("held") || line.contains("goes on")))
                .containsExactly("  ‖ held: emergency stop", "  ▸ goes on", "  ‖ held: emergency stop", "  ▸ goes on");
    }

    @Test
    @DisplayName("CLI-2 lines fit the terminal, and what a tool printed cannot steer it")
    void fitsAndIsHarmless() {
        ObjectNode run = (ObjectNode) RESOLVED.deepCopy();
        ((ObjectNode) run.path("actions").get(1)).put("output", "a\u001b[2Jb\rc\u202ed" + " long words".repeat(40));

        List<String> lines = lines(new RunStory().tell(RunReader.read(run)), 60);

        assertThat(lines).allMatch(line -> line.length() <= 60);
        assertThat(String.join("", lines))
                .doesNotContain("\u001b", "\r", "\u202e")
                .contains("a�[2Jb", "c�d");
    }

    @Test
    void argumentsAreQuotedAsAShellWouldNeed() {
        JsonNode arguments = Json.parse("{\"argv\": [\"echo\", \"a b\", \"it's\", \"\"]}");
        assertThat(CommandText.of("run_command", arguments)).isEqualTo("echo 'a b' 'it'\\''s' ''");
        assertThat(CommandText.of("health_check", Json.parse("{\"url\": \"http://x/?a=b\", \"attempts\": 3}")))
                .isEqualTo("health_check url=http://x/?a=b attempts=3");
    }

    @Test
    void figures() {
        assertThat(Figures.dollars(0)).isEqualTo("$0.00");
        assertThat(Figures.dollars(1_500_000)).isEqualTo("$1.50");
        assertThat(Figures.dollars(12)).isEqualTo("$0.000012");
        assertThat(Figures.between("2026-11-21T06:00:00Z", "2026-11-21T06:02:05Z"))
                .isEqualTo("2 m 5 s");
        assertThat(Figures.between("2026-11-21T06:00:00Z", "")).isEmpty();
    }

    @Test
    @DisplayName("RUN-9 what happens beside the steps is told once, in its place")
    void notes() {
        ObjectNode run = (ObjectNode) Json.parse(Golden.resource("console/run-resolved.json"));
        String second = run.path("steps").path(1).path("at").asString();
        ArrayNode notes = run.putArray("notes");
        notes.addObject()
                .put("sequence", 3)
                .put("at", "2026-01-01T00:00:00Z")
                .put("kind", "RunQueued")
                .put("text", "Waits for its turn: caps");
        notes.addObject()
                .put("sequence", 9)
                .put("at", "2099-01-01T00:00:00Z")
                .put("kind", "NotEffective")
                .put("text", "The alert came back");
        assertThat(second).isNotEmpty();

        RunStory story = new RunStory();
        List<String> told = lines(story.tell(RunReader.read(run)), 200);
        assertThat(told.get(1)).contains("Waits for its turn: caps");
        assertThat(told.indexOf("  · The alert came back"))
                .isGreaterThan(told.indexOf(told.stream()
                        .filter(line -> line.contains("step 2"))
                        .findFirst()
                        .orElseThrow()));
        assertThat(story.tell(RunReader.read(run))).isEmpty();
    }
}
