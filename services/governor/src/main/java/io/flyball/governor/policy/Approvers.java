package io.flyball.governor.policy;

/**
 * Who must approve what a profile holds.
 *
 * @param people how many different people
 * @param another whether whoever asked for the run is none of them
 */
public record Approvers(int people, boolean another) {
    /** Any one person. */
    public static final Approvers ANYBODY = new Approvers(1, false);

    public Approvers {
        // What was kept before people were counted says 0.
        people = Math.max(1, people);
    }

    /** What both want. */
    public Approvers and(Approvers other) {
        return new Approvers(Math.max(people, other.people), another || other.another);
    }

    /** Whether what these are is enough for what is wanted. */
    public boolean satisfy(Approvers wanted) {
        return and(wanted).equals(this);
    }

    /** For an action that is not critical. */
    Approvers alone() {
        return new Approvers(1, another);
    }
}
