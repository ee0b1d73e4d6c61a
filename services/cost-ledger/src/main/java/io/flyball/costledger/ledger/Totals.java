package io.flyball.costledger.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lines added up by group.
 *
 * @param groups by name of the group: times in their order, all else the dearest first
 * @param all everything in the groups
 */
public record Totals(List<Group> groups, Amount all) {

    public Totals {
        groups = List.copyOf(groups);
    }

    /** One group and what is in it. */
    public record Group(String name, Amount amount) {}

    public static Totals of(GroupBy by, List<Accounts.Line> lines) {
        Map<String, Amount> amounts = new TreeMap<>();
        for (Accounts.Line line : lines) {
            by.of(line.bucket()).ifPresent(name -> amounts.merge(name, line.amount(), Amount::plus));
        }
        List<Group> groups = amounts.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .sorted(by.isTime() ? Comparator.comparing(Group::name) : DEAREST_FIRST)
                .toList();
        return new Totals(groups, amounts.values().stream().reduce(Amount.NOTHING, Amount::plus));
    }

    private static final Comparator<Group> DEAREST_FIRST = Comparator.comparingLong(
                    (Group group) -> group.amount().costMicros())
            .reversed()
            .thenComparing(Group::name);
}
