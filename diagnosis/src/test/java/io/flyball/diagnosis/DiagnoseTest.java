package io.flyball.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DiagnoseTest {
    private static final Probe PS = Sample.probe("processes");
    private static final Probe SS = Sample.probe("listener-of-port");

    private static Diagnosis of(Case known, List<Probe> probes) {
        return Diagnose.diagnose(known, Sample.SHIPPED.causes(), probes);
    }

    private static List<String> names(List<Hypothesis> some) {
        return some.stream().map(each -> each.cause().name()).toList();
    }

    @Test
    @DisplayName("CASE-3 evidence that fits several supports none alone")
    void fitsSeveral() {
        var one = cause("one", "a.seen == true");
        var other = cause("other", "a.seen == true");
        Case known = new Case(java.util.Map.of(), List.of(fact("a.seen")), List.of());

        Diagnosis diagnosis = Diagnose.diagnose(known, List.of(one, other), List.of());

        assertThat(diagnosis.supported()).isEmpty();
        assertThat(diagnosis.open()).extracting(Hypothesis::why).containsOnly("what speaks for it fits others as well");
    }

    @Test
    @DisplayName("CASE-5 the next probe is the one that splits the open ones, not the one that concerns all alike")
    void splits() {
        var one = cause("one", "a.seen == true", "b.seen == true");
        var other = cause("other", "a.seen == true", "c.seen == true");
        Case known = new Case(java.util.Map.of(), List.of(fact("a.seen")), List.of());

        Diagnosis diagnosis = Diagnose.diagnose(
                known, List.of(one, other), List.of(probe("a-both", "b.seen", "c.seen"), probe("z-one", "b.seen")));

        assertThat(diagnosis.next()).extracting(Probe::name).containsExactly("z-one", "a-both");
    }

    @Test
    @DisplayName(
            "CASE-4 that something was not seen counts only where the probe that would have seen it ran and was read whole")
    void absence() {
        Case failed = looked(new Output("a1", false, false, null, "", true, "refused", null));
        Case partly = looked(new Output("a1", true, true, 0, "", false, "", null));
        Case saw = looked(new Output("a1", true, false, 1, "", true, "exit code 1", null));

        assertThat(of(failed, List.of()).open()).isEmpty();
        assertThat(failed.facts()).isEmpty();
        assertThat(partly.looks().getFirst().outcome()).isEqualTo(Look.Outcome.PARTLY);
        assertThat(names(of(saw, List.of()).open())).contains("process-dead");
    }

    private static Case looked(Output output) {
        CaseFile file = new CaseFile(Sample.known("process=till"));
        file.add(PS, output);
        return file.toCase();
    }

    @Test
    @DisplayName("CASE-8 a change or a claim is a fact, and supports no cause by itself")
    void changeIsNoVerdict() {
        var release = cause("release", "change.reported");
        CaseFile file = new CaseFile(java.util.Map.of());
        file.told("change.reported", "", new FactValue.Words("release 42"), new Origin(Origin.CHANGES, "", null, ""));

        Diagnosis diagnosis = Diagnose.diagnose(file.toCase(), List.of(release), List.of());

        assertThat(diagnosis.supported()).isEmpty();
        assertThat(names(diagnosis.open())).containsExactly("release");
    }

    @Test
    @DisplayName("CASE-5 a supported cause is looked at for what would refute it before anybody acts on it")
    void refutationIsLookedFor() {
        Diagnosis diagnosis = of(
                Sample.of(
                        "process=till needed_url=tcp://x:1", "process.count=1 port.listeners=1 health.timed_out=true"),
                List.of(Sample.probe("needed-health"), SS));

        assertThat(names(diagnosis.supported())).containsExactly("process-hung");
        assertThat(diagnosis.next()).extracting(Probe::name).containsExactly("needed-health");
    }

    @Test
    @DisplayName("CASE-3 what follows from another cause is no second one")
    void consequence() {
        Diagnosis diagnosis = of(
                Sample.of("process=till port=90", "process.count=0 port.owner=python3 log.address_in_use=x"),
                List.of());

        assertThat(names(diagnosis.supported())).containsExactly("port-taken");
        assertThat(diagnosis.refuted())
                .anySatisfy(each -> assertThat(each.why()).isEqualTo("it follows from port-taken"));
    }

    @Test
    @DisplayName(
            "CASE-5 walks through random cases: the order of facts and causes changes nothing, and each supported cause cites facts of the case")
    void walk() {
        long seed = Long.getLong("flyball.seed", 20261127L);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> words = ShippedWords.all();
        for (int i = 0; i < 500; i++) {
            List<String> some = new ArrayList<>();
            for (int n = random.nextInt(9); n > 0; n--) {
                some.add(words.get(random.nextInt(words.size())));
            }
            check(some, random);
        }
    }

    private static void check(List<String> some, Random random) {
        Case known = Sample.of(ShippedWords.KNOWN, String.join(" ", some));
        Diagnosis diagnosis = of(known, Sample.SHIPPED.probes());
        List<Fact> shuffled = new ArrayList<>(known.facts());
        Collections.shuffle(shuffled, random);
        List<Cause> causes = new ArrayList<>(Sample.SHIPPED.causes());
        Collections.shuffle(causes, random);
        Diagnosis again =
                Diagnose.diagnose(new Case(known.known(), shuffled, known.looks()), causes, Sample.SHIPPED.probes());

        assertThat(Set.copyOf(names(again.supported())))
                .as("%s", some)
                .isEqualTo(Set.copyOf(names(diagnosis.supported())));
        assertThat(diagnosis.open()).hasSizeLessThanOrEqualTo(Diagnosis.MOST_OPEN);
        for (Hypothesis supported : diagnosis.supported()) {
            assertThat(supported.found().contra()).as("%s", some).isEmpty();
            assertThat(supported.found().pro())
                    .as("%s", some)
                    .anySatisfy(answer -> assertThat(answer.facts().stream().allMatch(known.facts()::contains))
                            .isTrue());
        }
        assertThat(diagnosis.next())
                .allSatisfy(probe -> assertThat(known.hasLooked(probe.name())).isFalse());
    }

    private static Cause cause(String name, String... must) {
        return new Cause(
                name,
                new Cause.Kind("test", name),
                new Text(name),
                new Cause.Evidence(
                        java.util.Arrays.stream(must).map(Condition::parse).toList(), List.of(), List.of()),
                Set.of(),
                List.of(),
                List.of());
    }

    private static Fact fact(String name) {
        return new Fact("f1", name, "", new FactValue.Truth(true), "", new Origin("p", "a", null, ""));
    }

    private static Probe probe(String name, String... facts) {
        List<Extraction> yields = new ArrayList<>();
        for (String fact : facts) {
            yields.add(new Extraction() {
                @Override
                public String fact() {
                    return fact;
                }

                @Override
                public String unit() {
                    return "";
                }

                @Override
                public List<Draft> from(Output output) {
                    return List.of();
                }
            });
        }
        return new Probe(
                name,
                new Text(name),
                new Probe.Fit(Set.of(), List.of(), java.util.Map.of()),
                new Probe.Call("t", java.util.Map.of()),
                1,
                new Probe.Answers(false, Set.of()),
                yields);
    }
}
