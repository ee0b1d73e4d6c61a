package io.flyball.toolexecutor.services;

import io.flyball.toolexecutor.commands.ByCommand;
import io.flyball.toolexecutor.tools.Arguments;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolRequest;

/** service_restart: restarts one service by its manager, and tells how it was before and how it is after. */
public final class ServiceRestart implements Tool {
    private final ByCommand command;

    public ServiceRestart(ByCommand command) {
        this.command = command;
    }

    @Override
    public String name() {
        return "service_restart";
    }

    @Override
    public Plan plan(ToolRequest request) {
        try {
            ServiceWanted wanted = Arguments.read(request.argumentsJson(), ServiceWanted.class);
            ServiceManager manager = wanted.manager();
            Plan look = command.plan(manager.status(wanted.service()), request, ServiceStatus.KEPT);
            Plan restart = command.plan(manager.restart(wanted.service()), request, request.outputLimit());
            return ready(restart, look, manager, wanted, request);
        } catch (Arguments.Bad e) {
            return new Plan.Refused(String.valueOf(e.getMessage()));
        }
    }

    /** Without a look nobody could say what there is to undo, so who may not look may not restart. */
    private Plan ready(Plan restart, Plan look, ServiceManager manager, ServiceWanted wanted, ToolRequest request) {
        if (restart instanceof Plan.Refused refused) {
            return refused;
        }
        if (look instanceof Plan.Refused refused) {
            return new Plan.Refused("it cannot be seen before and after: " + refused.reason());
        }
        Plan.Ready ready = (Plan.Ready) restart;
        RestartAction action = new RestartAction(
                ready.action(),
                () -> command.plan(manager.status(wanted.service()), request, ServiceStatus.KEPT),
                manager);
        return new Plan.Ready(ready.effect(), ready.description(), action);
    }
}
