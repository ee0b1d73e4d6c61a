package io.flyball.planner.plan;

import java.util.List;

/**
 * What is known of a delegated step that has ended. Its texts were written by another planner, which has read text from
 * outside.
 *
 * @param name the step's name
 * @param outcome how the specialist's run ended
 * @param confidence how sure it was, 0 to 1
 * @param approaches what it tried, in order
 * @param errors what failed
 */
public record SpecialistFinding(
        String name,
        String agent,
        String outcome,
        String summary,
        double confidence,
        List<String> approaches,
        List<String> errors) {

    public SpecialistFinding {
        approaches = List.copyOf(approaches);
        errors = List.copyOf(errors);
    }
}
