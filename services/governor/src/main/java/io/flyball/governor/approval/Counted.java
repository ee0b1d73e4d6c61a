package io.flyball.governor.approval;

import io.flyball.governor.policy.Approvers;

/**
 * The answer that settles an action.
 *
 * @param answer what was answered, in the name of all who did
 * @param met what the people who approved are enough for
 */
record Counted(Answer answer, Approvers met) {

    /** One person's word, whoever that is. */
    static Counted byAnybody(Answer answer) {
        return new Counted(answer, Approvers.ANYBODY);
    }
}
