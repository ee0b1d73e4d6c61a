package io.flyball.diagnosis.files;

import io.flyball.diagnosis.Cause;
import io.flyball.diagnosis.Condition;
import io.flyball.diagnosis.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads one cause. */
final class CauseReader {
    private static final List<String> KEYS =
            List.of("name", "component", "kind", "says", "must", "for", "against", "over", "remedy", "steps");

    private CauseReader() {}

    static Cause cause(Node file) {
        file.keys(KEYS);
        List<Condition> must = conditions(file, "must");
        if (must.isEmpty()) {
            throw file.wrong("a cause says with must what has to be seen");
        }
        List<Text> steps =
                file.list("steps").stream().map(Node::text).map(Text::new).toList();
        if (steps.isEmpty()) {
            throw file.wrong("a cause says with steps what a person does first");
        }
        return new Cause(
                file.required("name").as(CauseReader::name),
                new Cause.Kind(
                        file.required("component").as(CauseReader::name),
                        file.required("kind").as(CauseReader::name)),
                new Text(file.required("says").text()),
                new Cause.Evidence(must, conditions(file, "for"), conditions(file, "against")),
                file.list("over").stream().map(Node::text).collect(Collectors.toSet()),
                file.list("remedy").stream().map(CauseReader::remedy).toList(),
                steps);
    }

    private static String name(String text) {
        return ProbeReader.named(text, "[a-z][a-z0-9-]*");
    }

    private static List<Condition> conditions(Node file, String key) {
        return file.list(key).stream().map(node -> node.as(Condition::parse)).toList();
    }

    private static Cause.Remedy remedy(Node remedy) {
        remedy.keys(List.of("runbook", "inputs"));
        Map<String, Text> inputs = new LinkedHashMap<>();
        remedy.optional("inputs")
                .ifPresent(node -> node.keys().forEach((name, value) -> inputs.put(name, new Text(value.text()))));
        return new Cause.Remedy(remedy.required("runbook").as(CauseReader::name), inputs);
    }
}
