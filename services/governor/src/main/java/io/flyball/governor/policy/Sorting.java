package io.flyball.governor.policy;

/** What a profile sorts operations into, from the freest to the strictest; where several rules match, the strictest wins. */
public enum Sorting {
    AUTO_APPROVE("auto"),
    NOTIFY("notify"),
    REQUIRE_APPROVAL("approve"),
    FORBID("forbid");

    private final String section;

    Sorting(String section) {
        this.section = section;
    }

    /** What the section is called in policy files and in the rule that a verdict names. */
    public String section() {
        return section;
    }

    /** Whether people need not be asked. */
    public boolean letsThrough() {
        return switch (this) {
            case AUTO_APPROVE, NOTIFY -> true;
            case REQUIRE_APPROVAL, FORBID -> false;
        };
    }

    boolean isStricterThan(Sorting other) {
        return compareTo(other) > 0;
    }
}
