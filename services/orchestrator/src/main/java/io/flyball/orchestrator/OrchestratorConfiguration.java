package io.flyball.orchestrator;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.orchestrator.audit.CheckpointFile;
import io.flyball.orchestrator.audit.Checkpoints;
import io.flyball.orchestrator.config.AdmissionProperties;
import io.flyball.orchestrator.config.AttendanceProperties;
import io.flyball.orchestrator.config.AuditProperties;
import io.flyball.orchestrator.config.CatalogueProperties;
import io.flyball.orchestrator.config.RunProperties;
import io.flyball.orchestrator.config.StreamsProperties;
import io.flyball.orchestrator.shell.OrchestratorTopology;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.halt.HaltWork;
import io.flyball.platform.halt.Halting;
import io.flyball.platform.health.RequiredPart;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.redis.RedisHealth;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopWatch;
import io.flyball.platform.streams.StreamsEngine;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.audit.SealKeyFile;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the orchestrator together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    RunProperties.class,
    AdmissionProperties.class,
    AuditProperties.class,
    StreamsProperties.class,
    AttendanceProperties.class,
    CatalogueProperties.class
})
class OrchestratorConfiguration {

    @Bean
    Catalogue catalogue(CatalogueProperties properties) {
        return Catalogue.load(properties.directory());
    }

    @Bean
    LastLook lastLook(StopWatch watch, StopGuard guard, Catalogue catalogue, Clock clock) {
        var last = new LastLook(
                guard, catalogue.agents().stream().map(AgentDefinition::name).toList(), clock);
        watch.onLook(last::look);
        return last;
    }

    @Bean
    Checkpoints checkpoints(AuditProperties audit) {
        return new CheckpointFile(audit.checkpointFile(), new SealKeyFile(audit.keyFile()), audit.checkpointEvery());
    }

    @Bean
    GroupMembers groupMembers(ConnectionProperties connection, AttendanceProperties attendance) {
        return new GroupMembers(connection.kafka(), attendance);
    }

    @Bean
    GroupWatch groupWatch(GroupMembers members, AttendanceProperties attendance, Clock clock) {
        return new GroupWatch(members, attendance, clock);
    }

    @Bean
    StreamsEngine streamsEngine(
            Wire wire,
            DeadLetters deadLetters,
            EventHeaders headers,
            Telemetry telemetry,
            Catalogue catalogue,
            RunProperties runs,
            AdmissionProperties admission,
            StreamsProperties streams,
            ConnectionProperties connection,
            LastLook lastLook,
            Checkpoints checkpoints,
            GroupWatch groupWatch,
            StreamsEngine.Safety safety,
            StopWatch watch) {
        var topology = new OrchestratorTopology(
                wire, deadLetters, headers, telemetry, catalogue, runs, admission, lastLook, checkpoints, groupWatch);
        var engine = new StreamsEngine(topology.build(), streams.settings(connection.kafka()), safety);
        watch.onChange(engine::wake);
        return engine;
    }

    /** It starts nothing itself: after a look each of its tasks holds its runs. */
    @Bean
    Halting halting() {
        return _ -> HaltWork.NONE;
    }

    /** A Redis that takes no stop is no Redis to act by. */
    @Bean
    RedisHealth redisHealth(Redis redis) {
        return new RedisHealth(redis);
    }

    @Bean
    RequiredPart topology(StreamsEngine engine) {
        return new RequiredPart(engine::isHealthy, engine::complaint);
    }
}
