package io.flyball.orchestrator.shell;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ParentRun;
import io.flyball.contract.RunAdmission;
import io.flyball.contract.RunRequest;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Outside text with instructions in it that has entered a run: where it stood and what it says. Once tainted, a run stays so,
 * because what its planner has read it does not forget.
 *
 * @param found the first of them, each in one line
 */
record Taints(List<String> found) {
    static final Taints NONE = new Taints(List.of());

    /** A person reads them before an answer; more do not help. */
    private static final int MOST = 5;

    Taints {
        found = List.copyOf(found);
    }

    /** What an older version kept says nothing of it. */
    static Taints of(@Nullable List<String> kept) {
        return kept == null ? NONE : new Taints(kept);
    }

    /** With what that record brings. */
    Taints and(SpecificRecord record) {
        List<String> all = new ArrayList<>(found);
        OutsideTexts.of(record).forEach((where, text) -> {
            if (all.size() < MOST) {
                Looked.at(where, text).filter(it -> !all.contains(it)).ifPresent(all::add);
            }
        });
        return all.size() == found.size() ? this : new Taints(all);
    }

    /** What the run says, so that governor, specialists and waiting runs know of it. */
    SpecificRecord mark(SpecificRecord told) {
        if (found.isEmpty()) {
            return told;
        }
        return switch (told) {
            case ActionProposal proposal ->
                ActionProposal.newBuilder(proposal)
                        .setTainted(true)
                        .setFlags(found)
                        .build();
            case RunRequest request
            when request.getParent() != null ->
                RunRequest.newBuilder(request)
                        .setParent(marked(request.getParent()))
                        .build();
            case RunAdmission report
            when report.getParent() != null ->
                RunAdmission.newBuilder(report)
                        .setParent(marked(report.getParent()))
                        .build();
            default -> told;
        };
    }

    private ParentRun marked(ParentRun parent) {
        return ParentRun.newBuilder(parent).setTaint(found).build();
    }
}
