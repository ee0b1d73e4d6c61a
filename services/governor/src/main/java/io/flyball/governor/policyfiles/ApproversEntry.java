package io.flyball.governor.policyfiles;

import io.flyball.governor.policy.Approvers;

/**
 * Who must approve, as a profile's file states it.
 *
 * @param anotherPerson whether whoever asked for the run may not approve its actions
 * @param forCritical how many different people must approve a critical action: 1 or 2; 0, which counts as 1, if absent
 */
record ApproversEntry(boolean anotherPerson, int forCritical) {

    ApproversEntry {
        if (forCritical < 0 || forCritical > 2) {
            throw new IllegalArgumentException("forCritical is 1 or 2, not " + forCritical);
        }
    }

    Approvers toApprovers() {
        return new Approvers(forCritical, anotherPerson);
    }
}
