package io.flyball.diagnosis;

import io.flyball.diagnosis.files.DiagnosisLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Cases written in short: {@code disk.used[/]=97} is a fact, {@code log-tail:} a probe that ran and saw nothing. */
final class Sample {
    static final DiagnosisLibrary SHIPPED = DiagnosisLibrary.load(Path.of("../catalogue"));

    private Sample() {}

    static Map<String, String> known(String text) {
        return words(text).stream()
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** Every probe that yields one of the facts has run and was read whole. */
    static Case of(String known, String text) {
        List<Fact> facts = new ArrayList<>();
        Set<String> probes = new LinkedHashSet<>();
        for (String word : words(text)) {
            if (word.endsWith(":")) {
                probes.add(word.substring(0, word.length() - 1));
            } else {
                facts.add(fact(word, facts.size() + 1));
            }
        }
        Map<String, Look> looks = new HashMap<>();
        for (Fact fact : facts) {
            probes.add(fact.origin().probe());
        }
        probes.forEach(name -> looks.put(name, new Look(name, yields(name), Look.Outcome.SAW, "")));
        return new Case(known(known), facts, List.copyOf(looks.values()));
    }

    private static Fact fact(String word, int id) {
        String[] pair = word.split("=", 2);
        String name = pair[0].replaceAll("\\[.*", "");
        String key = pair[0].contains("[") ? pair[0].replaceAll("^[^\\[]*\\[|]$", "") : "";
        return new Fact("f" + id, name, key, value(pair[1]), "", new Origin(probeOf(name), "a" + id, null, ""));
    }

    private static FactValue value(String text) {
        if (text.matches("-?[0-9.]+")) {
            return new FactValue.Amount(Double.parseDouble(text));
        }
        return text.matches("true|false") ? new FactValue.Truth(Boolean.parseBoolean(text)) : new FactValue.Words(text);
    }

    private static String probeOf(String fact) {
        return SHIPPED.probes().stream()
                .filter(probe -> probe.yields().contains(fact))
                .findFirst()
                .map(Probe::name)
                .orElse(Origin.ALERT);
    }

    private static Set<String> yields(String probe) {
        return probe(probe) == null ? DiagnosisLibrary.TOLD : probe(probe).yields();
    }

    static Probe probe(String name) {
        return SHIPPED.probes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    static Cause cause(String name) {
        return SHIPPED.causes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cause " + name));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
