package io.flyball.governor.topology;

import io.flyball.governor.config.ApprovalProperties;
import io.flyball.governor.config.GrantProperties;
import io.flyball.governor.config.StreamsProperties;
import io.flyball.governor.policyfiles.PolicyInForce;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.health.RequiredPart;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopWatch;
import io.flyball.platform.streams.StreamsEngine;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.grant.SigningKey;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The running topology. */
@Configuration(proxyBeanMethods = false)
class TopologyConfiguration {

    @Bean
    GovernorTopology governorTopology(
            PolicyInForce policy,
            StopGuard stop,
            StopOrders orders,
            SigningKey key,
            Clock clock,
            Telemetry telemetry,
            EventHeaders headers) {
        return new GovernorTopology(policy::judge, stop, orders, key, clock, telemetry, headers);
    }

    @Bean
    StreamsEngine streamsEngine(
            GovernorTopology topology,
            ApprovalProperties approval,
            GrantProperties grants,
            StreamsProperties streams,
            ConnectionProperties connection,
            Wire wire,
            DeadLetters deadLetters,
            StreamsEngine.Safety safety,
            StopWatch watch) {
        var engine = new StreamsEngine(
                topology.build(
                        approval.toRules(grants.validFor()),
                        approval.lookEvery(),
                        approval.absentAfter(),
                        wire,
                        deadLetters),
                streams.toSettings(connection.kafka()),
                safety);
        watch.onChange(engine::wake);
        return engine;
    }

    @Bean
    RequiredPart governing(StreamsEngine engine) {
        return new RequiredPart(engine::isHealthy, engine::complaint);
    }
}
