package io.flyball.governor.stop;

import io.flyball.contract.ControlCommand;
import io.flyball.governor.config.StopProperties;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.halt.HaltWork;
import io.flyball.platform.halt.Halting;
import io.flyball.platform.health.RequiredPart;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.redis.RedisHealth;
import io.flyball.platform.stop.StopWatch;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keepers, with the keys before their eyes and agent.control in their ears. */
@Configuration(proxyBeanMethods = false)
class StopConfiguration {

    @Bean
    StopKeeper stopKeeper(StopProperties properties, Redis redis, Publisher publisher, Clock clock) {
        return new StopKeeper(
                new KeeperMachine(properties.grace()),
                new StopKey(redis, clock, new OrderTarget.Everything()),
                new OrderMapper(properties.tenant()),
                new OrderId(clock, new SecureRandom()),
                publisher,
                clock);
    }

    @Bean
    SwitchKeepers switchKeepers(StopProperties properties, Redis redis, Publisher publisher, Clock clock) {
        OrderId ids = new OrderId(clock, new SecureRandom());
        return new SwitchKeepers(
                one -> {
                    var target = new OrderTarget.Switch(one);
                    return new StopKeeper(
                            new SwitchMachine(properties.grace()),
                            new StopKey(redis, clock, target),
                            new OrderMapper(properties.tenant(), target),
                            ids,
                            publisher,
                            clock);
                },
                new SwitchScan(redis));
    }

    @Bean
    Projection orders(
            StopKeeper keeper, SwitchKeepers switches, StopWatch watch, ConnectionProperties connection, Wire wire) {
        Projection orders = new Projection(connection.kafka(), "governor-orders", wire);
        orders.on(new Subscription<>(Topics.CONTROL, ControlCommand.class, command -> {
            keeper.hear(command, orders.isHealthy());
            switches.hear(command, orders.isHealthy());
        }));
        watch.onLook(_ -> keeper.look(orders::isHealthy));
        watch.onLook(_ -> switches.look(orders::isHealthy));
        return orders;
    }

    /** It runs nothing itself: it asks the stop afresh for each verdict. */
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
    RequiredPart stopKeeping(Projection orders) {
        return new RequiredPart(orders::isHealthy, "agent.control has not been read to its end yet");
    }
}
