package io.flyball.planner.runbookfiles;

import io.flyball.planner.plan.Risk;
import io.flyball.planner.runbook.Argument;
import io.flyball.planner.runbook.Step;
import io.flyball.planner.runbook.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a step's call of a program or tool. */
final class CallReader {
    /** Programs are run by this tool. */
    static final String RUN_COMMAND = "run_command";

    static final List<String> WHAT = List.of("exec", "tool", "arguments");
    static final List<String> HOW = List.of(
            "id",
            "target",
            "reasoning",
            "expected_effect",
            "rollback",
            "approval",
            "risk",
            "continue_on_failure",
            "optional",
            "tells",
            "when",
            "otherwise",
            "parse",
            "on_denied",
            "on_failure",
            "resources",
            "phase",
            "expect");

    private final Mentions mentions;
    private final ParseReader parse;
    private final ExpectationReader expectations;
    private final Function<List<YamlValue>, List<Step>> steps;

    CallReader(Mentions mentions, Function<List<YamlValue>, List<Step>> steps) {
        this.mentions = mentions;
        this.parse = new ParseReader(mentions);
        this.expectations = new ExpectationReader(mentions);
        this.steps = steps;
    }

    /**
     * The call.
     *
     * @param what where {@code exec} or {@code tool} stands
     * @param how where the rest stands; may be the same
     */
    Step.Call read(YamlSection what, YamlSection how) {
        YamlValue id = how.required("id");
        id.as(Names::step);
        mentions.hasStep(id);
        return new Step.Call(
                how.whole().place(),
                id.text(),
                tool(what),
                arguments(what),
                target(what, how),
                template(how, "reasoning"),
                template(how, "expected_effect"),
                template(how, "rollback"),
                template(how, "approval"),
                how.optional("risk").map(CallReader::risk).orElse(null),
                terms(how),
                parse.read(how.list("parse")),
                steps.apply(how.list("on_denied")),
                steps.apply(how.list("on_failure")),
                how.oneOrMore("resources").stream().map(mentions::template).toList(),
                how.optional("phase").map(YamlValue::text).orElse(null),
                expectations.read(how));
    }

    private Step.Terms terms(YamlSection how) {
        return new Step.Terms(
                how.optional("continue_on_failure").map(YamlValue::flag).orElse(false),
                how.optional("optional").map(YamlValue::flag).orElse(false),
                template(how, "tells"),
                how.has("when") || how.has("otherwise")
                        ? new Step.When(
                                mentions.condition(how.required("when")), mentions.template(how.required("otherwise")))
                        : null);
    }

    private static String tool(YamlSection what) {
        if (what.among(List.of("exec", "tool")).size() != 1) {
            throw what.whole().wrong("exactly one of exec and tool is needed");
        }
        if (what.has("exec")) {
            return RUN_COMMAND;
        }
        YamlValue tool = what.required("tool");
        if (tool.text().equals(RUN_COMMAND)) {
            throw tool.wrong("programs are run with exec, which guards their arguments");
        }
        return tool.text();
    }

    private Argument.Named arguments(YamlSection what) {
        if (!what.has("exec")) {
            return what.optional("arguments").map(this::named).orElseGet(() -> new Argument.Named(Map.of()));
        }
        if (what.has("arguments")) {
            throw what.required("arguments").wrong("exec has all its arguments in its list");
        }
        YamlValue exec = what.required("exec");
        List<Argument> argv = exec.list().stream().map(this::programArgument).toList();
        if (argv.isEmpty()
                || !((Argument.ProgramArgument) argv.getFirst()).template().isFixed()) {
            throw exec.wrong("exec begins with the name of a program, without references");
        }
        return new Argument.Named(Map.of("argv", new Argument.Several(argv)));
    }

    private Argument programArgument(YamlValue value) {
        return new Argument.ProgramArgument(mentions.template(value));
    }

    private Argument.Named named(YamlValue value) {
        Map<String, Argument> named = new LinkedHashMap<>();
        value.section().values().forEach((name, each) -> named.put(name, argument(each)));
        return new Argument.Named(named);
    }

    private Argument argument(YamlValue value) {
        if (value.isSection()) {
            return named(value);
        }
        if (value.isList()) {
            return new Argument.Several(
                    value.list().stream().map(this::argument).toList());
        }
        return switch (value.scalar()) {
            case String _ -> mentions.argument(value);
            case Object fixed -> new Argument.Fixed(fixed);
        };
    }

    /** Tools know what they touch; a program does not, so the runbook must say it. */
    private @Nullable Template target(YamlSection what, YamlSection how) {
        return what.has("exec") ? mentions.template(how.required("target")) : template(how, "target");
    }

    private @Nullable Template template(YamlSection section, String key) {
        return section.optional(key).map(mentions::template).orElse(null);
    }

    private static Risk risk(YamlValue value) {
        return value.as(text -> Risk.valueOf(text.toUpperCase(Locale.ROOT)));
    }
}
