package io.flyball.toolexecutor.running;

import io.flyball.contract.ControlCommand;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.health.RequiredPart;
import io.flyball.platform.lock.Locks;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.redis.RedisHealth;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopWatch;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import io.flyball.toolexecutor.claim.Claims;
import io.flyball.toolexecutor.config.ClaimProperties;
import io.flyball.toolexecutor.config.ExecutorProperties;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What watches over running calls, put together. */
@Configuration(proxyBeanMethods = false)
class RunningConfiguration {

    @Bean
    RunningCalls runningCalls(Claims claims, ClaimProperties properties) {
        return new RunningCalls(claims, properties.pulse());
    }

    @Bean
    StopEnforcer stopEnforcer(
            RunningCalls running,
            StopGuard guard,
            StopWatch watch,
            Claims claims,
            Locks locks,
            ExecutorProperties properties,
            Clock clock) {
        StopEnforcer enforcer = new StopEnforcer(running, guard, properties.blindLimit(), clock);
        watch.onLook(enforcer::look);
        // So that a Redis which is emptied from now on is noticed.
        watch.onLook(_ -> claims.witness());
        watch.onLook(_ -> locks.witness());
        return enforcer;
    }

    /** Without Redis nothing starts, so calls are better left to an executor that has it. */
    @Bean
    RequiredPart stopReading(StopWatch watch) {
        AtomicBoolean readable = new AtomicBoolean();
        watch.onLook(state -> readable.set(!(state instanceof StopState.Unknown)));
        return new RequiredPart(readable::get, "Redis does not answer, so nothing starts");
    }

    /** A Redis that takes no stop is no Redis to act by. */
    @Bean
    RedisHealth redisHealth(Redis redis) {
        return new RedisHealth(redis);
    }

    @Bean
    StoppedCalls stoppedCalls(RunningCalls running, Clock clock) {
        return new StoppedCalls(running, clock);
    }

    @Bean
    CancelledRuns cancelledRuns(RunningCalls running) {
        return new CancelledRuns(running);
    }

    @Bean
    Projection control(CancelledRuns cancelled, StopEnforcer enforcer, ConnectionProperties connection, Wire wire) {
        Projection control = new Projection(connection.kafka(), "tool-executor-control", wire);
        ControlReader reader = new ControlReader(cancelled, enforcer, control::isHealthy);
        return control.on(new Subscription<>(Topics.CONTROL, ControlCommand.class, reader::read));
    }

    @Bean
    RequiredPart controlReading(Projection control) {
        return new RequiredPart(control::isHealthy, "agent.control has not been read to its end yet");
    }
}
