package io.flyball.cli.stack;

import io.flyball.localstack.Ports;
import java.util.ArrayList;
import java.util.List;

/** What each service is told about this stack. */
record ServiceSettings(UpOptions options, StackFolder folder, Installation installation) {
    private static final String SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** The command line of a service. */
    List<String> of(SuiteService service) {
        var arguments = new ArrayList<>(List.of("--server.port=" + service.port(options.portBase())));
        arguments.addAll(shared());
        arguments.addAll(own(service));
        return List.copyOf(arguments);
    }

    private List<String> shared() {
        Ports ports = options.neighbourPorts();
        var arguments = new ArrayList<>(List.of(
                "--flyball.connection.kafka=127.0.0.1:" + ports.broker(),
                "--flyball.connection.registry=http://127.0.0.1:" + ports.registry(),
                "--flyball.connection.redis=redis://127.0.0.1:" + ports.redis(),
                "--flyball.catalogue.directory=" + installation.catalogue(),
                "--flyball.security.token-file=" + folder.data().tokenFile(),
                // A service has 20 s to end in; an open stream of events must not take all of them.
                "--spring.lifecycle.timeout-per-shutdown-phase=8s"));
        if (options.mode() == StackMode.ONE_JVM) {
            // Whoever started the services in this JVM ends them, in order.
            arguments.add("--spring.main.register-shutdown-hook=false");
            if (options.tracing()) {
                arguments.add("--flyball.connection.zipkin=" + tracingUrl());
            }
        }
        return arguments;
    }

    private List<String> own(SuiteService service) {
        return switch (service) {
            case CONSOLE ->
                List.of(
                        "--flyball.console.tracing-url=" + tracingUrl(),
                        "--flyball.console.people-file=" + folder.data().peopleFile(),
                        "--flyball.console.audit.key-file=" + folder.data().auditKeyFile());
            case ORCHESTRATOR ->
                List.of(
                        "--flyball.orchestrator.streams.state-directory=" + folder.state(service),
                        "--flyball.orchestrator.audit.checkpoint-file="
                                + folder.data().checkpointFile(),
                        "--flyball.orchestrator.audit.key-file=" + folder.data().checkpointKeyFile(),
                        "--flyball.orchestrator.console-url=" + SuiteService.CONSOLE.url(options.portBase()),
                        "--flyball.orchestrator.tracing-url=" + tracingUrl());
            case PLANNER -> List.of("--flyball.planner.mode=" + options.planning());
            case GOVERNOR ->
                List.of(
                        "--flyball.governor.streams.state-directory=" + folder.state(service),
                        "--flyball.governor.grants.key-file=" + folder.data().grantKeyFile(),
                        "--flyball.governor.grants.public-keys-file="
                                + folder.data().grantPublicKeysFile());
            case TOOL_EXECUTOR ->
                List.of(
                        "--flyball.executor.grants.public-keys-file="
                                + folder.data().grantPublicKeysFile(),
                        "--flyball.executor.commands.path=" + commandPath(),
                        "--flyball.executor.commands.scratch=" + folder.path().resolve("scratch"),
                        "--flyball.executor.sandbox.readable=" + deploymentTool(),
                        "--flyball.executor.trash.home=" + folder.path());
            case COST_LEDGER -> List.of("--flyball.cost-ledger.streams.state-directory=" + folder.state(service));
            case NOTIFIER ->
                List.of(
                        "--flyball.notifier.streams.state-directory=" + folder.state(service),
                        "--flyball.notifier.console-url=" + SuiteService.CONSOLE.url(options.portBase()));
        };
    }

    /** First what was put into this data folder, such as the demo's deployctl that knows its deployments. */
    private String commandPath() {
        return folder.path().resolve("bin") + ":" + installation.home().resolve("demo") + ":"
                + installation.catalogue().resolve("bin") + ":" + SYSTEM_PATH;
    }

    /** What the demo's deployctl reads besides itself: commands find nothing of this folder otherwise. */
    private String deploymentTool() {
        return installation.home().resolve("demo") + "," + folder.path().resolve("deployments");
    }

    String tracingUrl() {
        return "http://127.0.0.1:" + options.neighbourPorts().tracing();
    }
}
