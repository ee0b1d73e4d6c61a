package io.flyball.governor.policy;

import static io.flyball.governor.policy.Fixture.rule;

import java.util.List;

/** A policy over the commands of the fixture's agent: status is free, restart is told, rollback is asked. */
public final class JudgeFixture {
    private JudgeFixture() {}

    public static Judge judge() {
        return judge(Sorting.REQUIRE_APPROVAL);
    }

    /** The same with another word about rollback. */
    public static Judge judge(Sorting rollback) {
        var profile = new Profile(
                "production",
                List.of(
                        rule(Sorting.AUTO_APPROVE, "read"),
                        rule(Sorting.NOTIFY, "restart"),
                        rule(rollback, "rollback")));
        return new Judge(new Policy(rollback.name(), List.of(profile), List.of()), Fixture.catalogue());
    }
}
