package io.flyball.governor.policy;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashMap;
import java.util.Map;

/** A condition written as an expression (CEL) over the action; checked when it is read, not when it is needed. */
public final class Condition {
    private static final CelType TEXTS = ListType.create(SimpleType.STRING);
    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .addVar("tool", SimpleType.STRING)
            .addVar("operation", SimpleType.STRING)
            .addVar("effect", SimpleType.STRING)
            .addVar("reversible", SimpleType.BOOL)
            .addVar("argv", TEXTS)
            .addVar("arguments", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .addVar("target", SimpleType.STRING)
            .addVar("resource", SimpleType.STRING)
            .addVar("environment", SimpleType.STRING)
            .addVar("agent", SimpleType.STRING)
            .addVar("tenant", SimpleType.STRING)
            .addVar("principal", SimpleType.STRING)
            .addVar("alert", SimpleType.STRING)
            .addVar("statedRisk", SimpleType.STRING)
            .addVar("dryRun", SimpleType.BOOL)
            .addVar("tainted", SimpleType.BOOL)
            .addVar("blastRadius", SimpleType.INT)
            .addVar("flags", TEXTS)
            .setResultType(SimpleType.BOOL)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().build();

    private final String expression;
    private final CelRuntime.Program program;

    private Condition(String expression, CelRuntime.Program program) {
        this.expression = expression;
        this.program = program;
    }

    /** What an expression says of an action. */
    enum Answer {
        HOLDS,
        FAILS,
        /** It could not be evaluated, for example because it reads an argument that is not there. */
        UNKNOWN
    }

    /**
     * The condition in that expression.
     *
     * @throws IllegalArgumentException if it is no expression over an action, or not one that is true or false
     */
    public static Condition of(String expression) {
        try {
            return new Condition(
                    expression,
                    RUNTIME.createProgram(COMPILER.compile(expression).getAst()));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException("when: " + e.getMessage(), e);
        }
    }

    Answer of(KnownAction action) {
        try {
            return Boolean.TRUE.equals(program.eval(variables(action))) ? Answer.HOLDS : Answer.FAILS;
        } catch (CelEvaluationException _) {
            return Answer.UNKNOWN;
        }
    }

    private static Map<String, Object> variables(KnownAction action) {
        Proposal proposal = action.proposal();
        RunContext run = proposal.run();
        Map<String, Object> variables = new HashMap<>();
        variables.put("tool", proposal.tool());
        variables.put("operation", action.operation());
        variables.put("effect", action.effect().name());
        variables.put("reversible", action.reversible());
        variables.put("argv", action.argv());
        variables.put("arguments", action.arguments());
        variables.put("target", proposal.target() == null ? "" : proposal.target());
        variables.put("resource", action.resource() == null ? "" : action.resource());
        variables.put("environment", action.environment());
        variables.put("agent", run.agent());
        variables.put("tenant", run.tenant());
        variables.put("principal", run.principal());
        variables.put("alert", run.alertName() == null ? "" : run.alertName());
        variables.put(
                "statedRisk",
                proposal.statedRisk() == null ? "" : proposal.statedRisk().name());
        variables.put("dryRun", proposal.dryRun());
        variables.put("tainted", proposal.tainted());
        variables.put("blastRadius", (long) action.place().reach().size());
        variables.put("flags", proposal.flags());
        return variables;
    }

    @Override
    public String toString() {
        return expression;
    }
}
