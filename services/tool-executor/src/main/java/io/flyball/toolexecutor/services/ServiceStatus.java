package io.flyball.toolexecutor.services;

import io.flyball.toolexecutor.commands.ByCommand;
import io.flyball.toolexecutor.tools.Arguments;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;

/** service_status: how a service is, in the same words whoever manages it. */
public final class ServiceStatus implements Tool {
    static final int KEPT = 20_000;

    private final ByCommand command;

    public ServiceStatus(ByCommand command) {
        this.command = command;
    }

    @Override
    public String name() {
        return "service_status";
    }

    @Override
    public Plan plan(ToolRequest request) {
        try {
            ServiceWanted wanted = Arguments.read(request.argumentsJson(), ServiceWanted.class);
            ServiceManager manager = wanted.manager();
            return command.plan(manager.status(wanted.service()), request, KEPT, outcome -> told(manager, outcome));
        } catch (Arguments.Bad e) {
            return new Plan.Refused(String.valueOf(e.getMessage()));
        }
    }

    /** The programs end with a code of their own where a service does not run; that is what they were asked. */
    private static ToolOutcome told(ServiceManager manager, ToolOutcome outcome) {
        return switch (outcome) {
            case ToolOutcome.Ended ended -> ended;
            case ToolOutcome.Seen seen -> told(manager, seen.outcome());
            case ToolOutcome.Succeeded succeeded ->
                manager.read(succeeded.output().head()).findings().outcome();
            case ToolOutcome.Failed failed -> told(manager, failed);
        };
    }

    private static ToolOutcome told(ServiceManager manager, ToolOutcome.Failed failed) {
        return failed.exitCode() == null
                ? failed
                : manager.read(failed.output().head()).findings().outcome();
    }
}
