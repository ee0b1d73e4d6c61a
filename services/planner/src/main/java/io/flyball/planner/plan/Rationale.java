package io.flyball.planner.plan;

/**
 * Why a decision was made and how sure its maker is.
 *
 * @param reasoning for people
 * @param confidence from 0 to 1
 * @param complexity from 1 to 10
 */
public record Rationale(String reasoning, double confidence, int complexity) {

    public Rationale {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is from 0 to 1, not " + confidence);
        }
        if (complexity < 1 || complexity > 10) {
            throw new IllegalArgumentException("complexity is from 1 to 10, not " + complexity);
        }
    }
}
