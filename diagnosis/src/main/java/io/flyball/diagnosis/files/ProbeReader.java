package io.flyball.diagnosis.files;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.flyball.diagnosis.Extraction;
import io.flyball.diagnosis.Known;
import io.flyball.diagnosis.Probe;
import io.flyball.diagnosis.Text;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one probe. */
final class ProbeReader {
    private static final List<String> KEYS = List.of(
            "name",
            "says",
            "looks_at",
            "needs",
            "where",
            "exec",
            "tool",
            "arguments",
            "cost",
            "check",
            "exits",
            "history",
            "facts");
    private static final List<String> FACT_KEYS = List.of(
            "name",
            "each",
            "first",
            "last",
            "count",
            "exit",
            "works",
            "each_of",
            "key_path",
            "value_path",
            "type",
            "unit",
            "key",
            "default");
    private static final List<String> FORMS = List.of("each", "first", "last", "count", "exit", "works", "each_of");
    private static final Set<String> KINDS = Set.of("service", "host", "database", "queue", "job");

    private ProbeReader() {}

    static Probe probe(Node file) {
        file.keys(KEYS);
        List<String> needs = file.list("needs").stream()
                .map(node -> node.as(ProbeReader::known))
                .toList();
        Probe.Call call = call(file);
        List<Extraction> facts =
                file.required("facts").list().stream().map(ProbeReader::fact).toList();
        if (facts.isEmpty()) {
            throw file.required("facts").wrong("a probe yields at least one fact");
        }
        checkSlots(file, call, needs);
        return new Probe(
                file.required("name").as(name -> named(name, "[a-z][a-z0-9-]*")),
                new Text(file.required("says").text()),
                new Probe.Fit(kinds(file), needs, where(file)),
                call,
                file.optional("cost").map(Node::number).orElse(1),
                new Probe.Answers(
                        file.optional("check").map(Node::flag).orElse(false),
                        file.list("exits").stream().map(Node::number).collect(Collectors.toSet()),
                        file.optional("history").map(Node::flag).orElse(false)),
                facts);
    }

    private static String known(String name) {
        if (!Known.has(name)) {
            throw new IllegalArgumentException("nothing is known by the name " + name + "; entries may give "
                    + String.join(", ", Known.ofEntry()));
        }
        return name;
    }

    static String named(String name, String form) {
        if (!name.matches(form)) {
            throw new IllegalArgumentException(name + " has not the form " + form);
        }
        return name;
    }

    private static Set<String> kinds(Node file) {
        Set<String> kinds = new HashSet<>();
        for (Node node : file.list("looks_at")) {
            if (!KINDS.contains(node.text())) {
                throw node.wrong("a probe looks at " + KINDS.stream().sorted().toList() + ", not at " + node.text());
            }
            kinds.add(node.text());
        }
        return kinds;
    }

    private static Map<String, String> where(Node file) {
        Map<String, String> where = new LinkedHashMap<>();
        file.optional("where")
                .ifPresent(node -> node.keys().forEach((name, value) -> where.put(known(name), value.text())));
        return where;
    }

    private static Probe.Call call(Node file) {
        if (file.optional("exec").isPresent() == file.optional("tool").isPresent()) {
            throw file.wrong("a probe has either exec or tool");
        }
        if (file.optional("exec").isPresent()) {
            return new Probe.Call("run_command", Map.of("argv", texts(file.required("exec"))));
        }
        Map<String, Object> arguments = new LinkedHashMap<>();
        file.required("arguments").keys().forEach((name, value) -> arguments.put(name, argument(value)));
        return new Probe.Call(file.required("tool").text(), arguments);
    }

    private static List<Text> texts(Node list) {
        List<Text> texts = list.list().stream().map(Node::text).map(Text::new).toList();
        if (texts.isEmpty() || !texts.getFirst().names().isEmpty()) {
            throw list.wrong("a command begins with the name of a program");
        }
        return texts;
    }

    private static Object argument(Node value) {
        if (value.isList()) {
            return value.list().stream().map(Node::text).map(Text::new).toList();
        }
        return value.isNumber() ? Integer.valueOf(value.number()) : new Text(value.text());
    }

    /** A name that the probe does not need would leave it without a value. */
    private static void checkSlots(Node file, Probe.Call call, List<String> needs) {
        call.arguments().values().stream()
                .flatMap(value -> value instanceof List<?> all ? all.stream() : java.util.stream.Stream.of(value))
                .filter(Text.class::isInstance)
                .flatMap(text -> ((Text) text).names().stream())
                .filter(name -> !needs.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw file.wrong("{{" + name + "}} is used, and needs does not name it");
                });
    }

    private static Extraction fact(Node fact) {
        fact.keys(FACT_KEYS);
        List<String> forms =
                FORMS.stream().filter(form -> fact.optional(form).isPresent()).toList();
        if (forms.size() != 1) {
            throw fact.wrong("a fact is read by exactly one of " + String.join(", ", FORMS));
        }
        String name = fact.required("name").as(text -> named(text, "[a-z][a-z0-9_]*(\\.[a-z0-9_]+)+"));
        return switch (forms.getFirst()) {
            case "exit" -> new ByEnd(name, true);
            case "works" -> new ByEnd(name, false);
            case "each_of" -> json(name, fact);
            default -> pattern(name, fact, forms.getFirst());
        };
    }

    private static Extraction json(String name, Node fact) {
        return new ByJson(
                name,
                fact.optional("unit").map(Node::text).orElse(""),
                fact.required("each_of").as(ByJson::path),
                fact.optional("key_path").map(node -> node.as(ByJson::path)).orElse(null),
                fact.required("value_path").as(ByJson::path),
                type(fact));
    }

    private static Extraction pattern(String name, Node fact, String form) {
        return new ByPattern(
                name,
                fact.optional("unit").map(Node::text).orElse(""),
                fact.required(form).as(ProbeReader::pattern),
                ByPattern.Form.valueOf(form.toUpperCase(java.util.Locale.ROOT)),
                type(fact),
                fact.optional("key").map(Node::text).orElse(null),
                fact.optional("default").map(Node::text).orElse(null));
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("not a regular expression: " + e.getMessage(), e);
        }
    }

    private static ValueType type(Node fact) {
        return fact.optional("type").map(node -> node.as(ValueType::of)).orElse(ValueType.TEXT);
    }
}
