package io.flyball.platform.health;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** A part of a service that must work before the service counts as ready; a bean of this type is all it takes. */
public final class RequiredPart implements HealthIndicator {
    private final BooleanSupplier works;
    private final Supplier<String> whenNot;

    /**
     * A part.
     *
     * @param works whether it works now; must answer at once
     * @param whenNot what to look at when it does not
     */
    public RequiredPart(BooleanSupplier works, String whenNot) {
        this(works, () -> whenNot);
    }

    /** The same, for a part that knows itself what is wrong. */
    public RequiredPart(BooleanSupplier works, Supplier<String> whenNot) {
        this.works = works;
        this.whenNot = whenNot;
    }

    @Override
    public Health health() {
        return works.getAsBoolean()
                ? Health.up().build()
                : Health.outOfService().withDetail("reason", whenNot.get()).build();
    }
}
