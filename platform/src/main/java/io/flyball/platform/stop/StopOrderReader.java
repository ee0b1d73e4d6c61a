package io.flyball.platform.stop;

import io.flyball.contract.ControlCommand;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import org.springframework.context.SmartLifecycle;

/** Reads agent.control for as long as the service runs. */
public final class StopOrderReader implements SmartLifecycle {
    private final Projection topic;

    public StopOrderReader(String bootstrapServers, String service, Wire wire, StopOrders orders) {
        topic = new Projection(bootstrapServers, service + "-stop-orders", wire)
                .on(new Subscription<>(Topics.CONTROL, ControlCommand.class, into(orders)));
        orders.readBy(topic::isHealthy);
    }

    private static Subscription.Reader<ControlCommand> into(StopOrders orders) {
        return new Subscription.Reader<>() {
            @Override
            public void read(ControlCommand order) {
                throw new IllegalStateException("an order counts by its place, which only a projection knows");
            }

            @Override
            public void read(ControlCommand order, long place) {
                orders.hear(order, place);
            }
        };
    }

    @Override
    public void start() {
        topic.start();
    }

    @Override
    public void stop() {
        topic.stop();
    }

    @Override
    public boolean isRunning() {
        return topic.isRunning();
    }
}
