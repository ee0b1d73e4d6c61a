package io.flyball.toolexecutor.execution;

import io.flyball.contract.ToolCall;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.health.RequiredPart;
import io.flyball.platform.lock.Locks;
import io.flyball.platform.publish.DeadLetterOffice;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.Wire;
import io.flyball.platform.workqueue.WorkQueue;
import io.flyball.platform.workqueue.WorkQueueSettings;
import io.flyball.schemas.Topics;
import io.flyball.secrets.SecretFilter;
import io.flyball.toolexecutor.catalogue.CatalogueInUse;
import io.flyball.toolexecutor.claim.Claims;
import io.flyball.toolexecutor.config.ExecutorProperties;
import io.flyball.toolexecutor.config.GrantProperties;
import io.flyball.toolexecutor.config.LockProperties;
import io.flyball.toolexecutor.mcp.McpSettings;
import io.flyball.toolexecutor.mcp.McpTool;
import io.flyball.toolexecutor.mcp.PinNews;
import io.flyball.toolexecutor.running.CancelledRuns;
import io.flyball.toolexecutor.running.RunningCalls;
import io.flyball.toolexecutor.secrets.SecretStore;
import io.flyball.toolexecutor.tools.Tool;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way of a call, put together. */
@Configuration(proxyBeanMethods = false)
class ExecutionConfiguration {

    @Bean
    Results results(SecretFilter filter, SecretStore toolSecrets, ExecutorProperties properties) {
        return new Results(filter, toolSecrets, properties.name());
    }

    @Bean
    Report report(Publisher publisher, SecretFilter filter, Clock clock) {
        return new Report(publisher, new AuditMapper(filter), new LeakNotice(filter), clock);
    }

    @Bean
    LockQueue lockQueue(Locks locks, LockProperties properties, Clock clock) {
        return new LockQueue(locks, properties.lease(), clock);
    }

    @Bean
    Performance performance(
            RunningCalls running,
            Claims claims,
            StopGuard guard,
            LockQueue queue,
            Results results,
            Report report,
            ExecutorProperties properties,
            Clock clock) {
        Starter starter = new Starter(claims, properties.ticketAge(), properties.gateAge(), clock);
        return new Performance(running, starter, claims, guard, queue, results, report, clock);
    }

    @Bean
    GrantGate grantGate(GrantProperties properties, StopOrders orders, CatalogueInUse catalogue, Clock clock) {
        return new GrantGate(
                new TrustedKeys(properties.publicKeysFile()),
                orders,
                () -> catalogue.get().version(),
                clock);
    }

    @Bean
    CallExecutor callExecutor(
            GrantGate gate,
            CatalogueInUse catalogue,
            List<Tool> tools,
            McpSettings mcp,
            PinNews pinNews,
            Claims claims,
            Performance performance,
            Results results,
            Report report,
            CancelledRuns cancelled,
            Telemetry telemetry,
            MeterRegistry meters,
            ExecutorProperties properties,
            Clock clock) {
        return new CallExecutor(
                gate,
                new Preflight(catalogue, tools, offered -> new McpTool(offered, mcp, pinNews)),
                claims,
                performance,
                results,
                report,
                cancelled,
                new CallSpan(telemetry),
                new ToolMeters(meters),
                clock,
                properties.name());
    }

    @Bean
    NoOps noOps(RunningCalls running, Claims claims, StopOrders orders, ExecutorProperties properties, Clock clock) {
        return new NoOps(running, claims, orders, clock, properties.name());
    }

    @Bean
    WorkQueue<ToolCall> toolCalls(
            ExecutorProperties properties,
            ConnectionProperties connection,
            Wire wire,
            Telemetry telemetry,
            DeadLetterOffice deadLetters,
            CallExecutor executor) {
        var settings = new WorkQueueSettings(
                Topics.TOOL_CALLS,
                "tool-executor",
                properties.workers(),
                properties.lock(),
                properties.deliveryLimit());
        return new WorkQueue<>(settings, connection.kafka(), ToolCall.class, wire, telemetry, deadLetters, executor);
    }

    @Bean
    RequiredPart queue(WorkQueue<ToolCall> toolCalls) {
        return new RequiredPart(
                toolCalls::isHealthy, "a worker of agent.tool-calls has ended: look at Kafka and at the log");
    }
}
