package io.flyball.drills.heal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one fault.
 *
 * @param expected components and kinds, as the fault's file says
 * @param found what the run named as certain
 * @param healed the fault's own check is content again, and stays so
 * @param escalated a person was given it
 * @param forPerson nothing but handing over was right
 * @param collateral what changed beside
 * @param secondsToBriefing from the alert until the run said what it is; absent if it never did
 * @param secondsToHealed from the alert; absent where it was not healed
 * @param dollars of model calls
 * @param note why it was not tried, or what the run said at its end
 */
record HealedFault(
        String name,
        String expected,
        List<String> found,
        boolean tried,
        boolean diagnosed,
        boolean healed,
        boolean escalated,
        boolean forPerson,
        List<String> collateral,
        @Nullable Double secondsToBriefing,
        @Nullable Double secondsToHealed,
        double dollars,
        String outcome,
        String note) {

    /** This machine has not what it needs. */
    static HealedFault notTried(Fault fault, String why) {
        return without(fault, false, why);
    }

    /** Its folder, the stage or the suite did not do what it should, so nothing is known of healing: it counts as wrong. */
    static HealedFault broken(Fault fault, String why) {
        return without(fault, true, why);
    }

    private static HealedFault without(Fault fault, boolean tried, String why) {
        return new HealedFault(
                fault.name(),
                fault.expected(),
                List.of(),
                tried,
                false,
                false,
                false,
                fault.isForPerson(),
                List.of(),
                null,
                null,
                0,
                "",
                why);
    }

    /** Healed, or given to a person where only a person should act. */
    boolean isRight() {
        return tried && (forPerson ? escalated && collateral.isEmpty() : healed);
    }
}
