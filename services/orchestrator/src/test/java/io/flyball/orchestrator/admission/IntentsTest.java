package io.flyball.orchestrator.admission;

import static io.flyball.orchestrator.admission.Counter.NOW;
import static io.flyball.orchestrator.admission.Counter.ended;
import static io.flyball.orchestrator.admission.Counter.opened;
import static io.flyball.orchestrator.admission.Counter.wanted;
import static io.flyball.orchestrator.admission.Counter.wish;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IntentsTest {

    @Test
    @DisplayName(
            "TEAM-5 a run that is already at it is found, however the goal is written, and the parent listens to it")
    void findsTheTwin() {
        Counter counter = new Counter();
        counter.take(wanted(wish("at-it", "dba", "Check the  Database", null), NOW));
        counter.take(wanted(wish("parent", "coordinator", "all", null), NOW));

        assertThat(counter.only(wanted(wish("child", "dba", "check the database ", step("parent")), NOW)))
                .isInstanceOfSatisfying(Answer.Listen.class, it -> {
                    assertThat(it.run().runId()).isEqualTo("at-it");
                    assertThat(it.wish().parent()).isEqualTo(step("parent"));
                });
        assertThat(counter.known.run("child")).isEmpty();
    }

    @Test
    @DisplayName("TEAM-5 other inputs, another agent, or a run that has ended is no twin")
    void strangers() {
        Counter counter = new Counter();
        counter.take(wanted(wish("parent", "coordinator", "all", null), NOW));
        counter.take(wanted(wish("at-it", "dba", "check", null, Map.of("db", "a"), null), NOW));
        assertThat(counter.only(wanted(wish("1", "dba", "check", step("parent"), Map.of("db", "b"), null), NOW)))
                .isInstanceOf(Answer.Open.class);
        assertThat(counter.only(wanted(wish("2", "sre", "check", step("parent"), Map.of("db", "a"), null), NOW)))
                .isInstanceOf(Answer.Open.class);
        counter.take(ended("at-it", NOW));
        assertThat(counter.only(wanted(wish("3", "dba", "check", step("parent"), Map.of("db", "a"), null), NOW)))
                .isInstanceOf(Answer.Open.class);
    }

    @Test
    @DisplayName("TEAM-5 a run never listens to one that waits for it")
    void noCircles() {
        Counter counter = new Counter();
        counter.take(wanted(wish("a", "sre", "goal a", null), NOW));
        counter.take(wanted(wish("b", "sre", "goal b", null), NOW));
        assertThat(counter.only(wanted(wish("a1", "sre", "goal a", step("a")), NOW)))
                .isInstanceOf(Answer.Open.class);
        assertThat(counter.only(wanted(wish("a2", "sre", "goal b", step("a")), NOW)))
                .isInstanceOf(Answer.Listen.class);
        assertThat(counter.only(wanted(wish("b1", "sre", "goal a", step("b")), NOW)))
                .as("a waits for b already")
                .isInstanceOf(Answer.Open.class);
    }

    @Test
    @DisplayName("TEAM-5 children of an open run take no place; a waiting run that is listened to opens at once")
    void noDeadlock() {
        Counter counter = new Counter(Settings.with(set -> set.openInAll = 1));
        counter.take(wanted(wish("parent", "coordinator", "all", null), NOW));
        counter.take(wanted(wish("waiting", "dba", "check", null), NOW));
        assertThat(counter.known.waiting()).hasSize(1);

        assertThat(counter.only(wanted(wish("child", "sre", "look", step("parent")), NOW)))
                .isInstanceOf(Answer.Open.class);
        List<Answer> answers = counter.take(wanted(wish("child-2", "dba", "check", step("parent")), NOW));
        assertThat(opened(answers.getFirst())).isEqualTo("waiting");
        assertThat(answers.getLast()).isInstanceOf(Answer.Listen.class);
        assertThat(counter.known.openings().inAll()).isEqualTo(1);
        assertThat(counter.only(wanted(wish("orphan", "sre", "look again", step("gone")), NOW)))
                .isInstanceOf(Answer.Wait.class);
    }

    @Test
    @DisplayName("RUN-27 a parent that asks again after its specialist, or after the twin of it, listens; nothing opens"
            + " twice")
    void askedAgain() {
        Counter counter = new Counter();
        counter.take(wanted(wish("parent", "coordinator", "all", null), NOW));
        counter.take(wanted(wish("at-it", "dba", "check", null), NOW));
        var own = wish("child", "sre", "look", step("parent"));
        assertThat(counter.only(wanted(own, NOW))).isInstanceOf(Answer.Open.class);
        assertThat(counter.only(wanted(own, NOW.plusSeconds(300)))).isEqualTo(new Answer.AskAfter(own));

        var twin = wish("child-2", "dba", "check", step("parent"));
        assertThat(counter.only(wanted(twin, NOW))).isInstanceOf(Answer.Listen.class);
        assertThat(counter.only(wanted(twin, NOW.plusSeconds(300))))
                .isInstanceOfSatisfying(
                        Answer.Listen.class, it -> assertThat(it.run().runId()).isEqualTo("at-it"));
        counter.take(ended("at-it", NOW.plusSeconds(301)));
        assertThat(counter.only(wanted(twin, NOW.plusSeconds(600)))).isEqualTo(new Answer.AskAfter(twin));
    }

    private static ParentStep step(String parent) {
        return new ParentStep(parent, "step", 1, List.of());
    }
}
