package io.flyball.planner.runbookfiles;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.flyball.planner.runbook.CannotGoOn;
import io.flyball.planner.runbook.Condition;
import java.util.Map;

/** A condition in the Common Expression Language; it can neither loop for ever nor reach anything outside its facts. */
final class CelCondition implements Condition {
    private static final CelOptions OPTIONS =
            CelOptions.current().comprehensionMaxIterations(1_000).build();
    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("alert", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .addVar("inputs", MapType.create(SimpleType.STRING, SimpleType.STRING))
            .addVar("vars", MapType.create(SimpleType.STRING, SimpleType.STRING))
            .addVar("steps", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .addVar("findings", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .addVar("entry", MapType.create(SimpleType.STRING, SimpleType.STRING))
            .addVar("run", MapType.create(SimpleType.STRING, SimpleType.STRING))
            .setResultType(SimpleType.BOOL)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final String text;
    private final CelRuntime.Program program;

    private CelCondition(String text, CelRuntime.Program program) {
        this.text = text;
        this.program = program;
    }

    /**
     * The condition in that text.
     *
     * @throws IllegalArgumentException if it is not an expression that says yes or no
     */
    static CelCondition parse(String text) {
        try {
            return new CelCondition(
                    text, RUNTIME.createProgram(COMPILER.compile(text).getAst()));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException("not a condition: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean holds(Map<String, Object> facts) {
        try {
            return program.eval(facts) instanceof Boolean yes && yes;
        } catch (CelEvaluationException e) {
            throw new CannotGoOn("the condition " + text + " cannot be decided: " + e.getMessage());
        }
    }

    @Override
    public String text() {
        return text;
    }
}
