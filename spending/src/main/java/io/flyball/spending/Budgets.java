package io.flyball.spending;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.catalogue.YamlFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All budgets, and which of them a call concerns. */
public final class Budgets {
    private static final long DOLLAR = 1_000_000;

    private final List<BudgetRule> rules;
    private final ZoneId zone;
    private final int highestRaise;
    private final Map<String, ZoneId> zones = new HashMap<>();

    Budgets(BudgetsFile file, List<String> autonomous) {
        rules = new ArrayList<>(defaults(autonomous));
        rules.addAll(Objects.requireNonNull(file.budgets()));
        highestRaise = Objects.requireNonNull(file.highestRaise());
        zone = ZoneId.of(Objects.requireNonNull(file.zone()));
        Objects.requireNonNull(file.zones()).forEach((tenant, name) -> zones.put(tenant, ZoneId.of(name)));
    }

    /** What holds where the file says nothing else. Agents that start by themselves, by a schedule, have limits of their own. */
    private static List<BudgetRule> defaults(List<String> autonomous) {
        List<BudgetRule> rules = new ArrayList<>(List.of(
                new BudgetRule("request", null, 50_000L, null, null, null),
                new BudgetRule("run", null, 200_000L, null, null, null),
                new BudgetRule("principal", "day", 1_000_000L, 50 * DOLLAR, null, null),
                new BudgetRule("all", "day", null, 500 * DOLLAR, null, null)));
        if (!autonomous.isEmpty()) {
            rules.add(new BudgetRule("agent", "hour", 10_000L, null, null, autonomous));
            rules.add(new BudgetRule("agent", "day", 100_000L, null, null, autonomous));
        }
        return rules;
    }

    /**
     * The budgets of {@code budgets.yaml} in that directory, over the defaults; these alone where there is no such file.
     *
     * @throws InvalidCatalogue if a file cannot be understood
     */
    public static Budgets load(Path catalogueDirectory) {
        Path file = catalogueDirectory.resolve("budgets.yaml");
        Path agents = catalogueDirectory.resolve("agents");
        List<String> autonomous = Files.isDirectory(agents)
                ? YamlFolder.read(agents, AgentDefinition.class, AgentDefinition::name).stream()
                        .filter(agent ->
                                !Objects.requireNonNull(agent.schedules()).isEmpty())
                        .map(AgentDefinition::name)
                        .toList()
                : List.of();
        return new Budgets(
                Files.exists(file) ? YamlFolder.readFile(file, BudgetsFile.class) : BudgetsFile.NONE, autonomous);
    }

    /** How many times a limit of the file a person may raise a budget to. */
    public int highestRaise() {
        return highestRaise;
    }

    /** Every counter that a call of that spender takes from at that moment. */
    public List<Counter> counters(Spender spender, Instant at) {
        Map<String, BudgetRule> closest = new LinkedHashMap<>();
        rules.stream()
                .filter(rule -> rule.isFor(spender))
                .forEach(rule -> closest.merge(
                        rule.kind(), rule, (one, other) -> other.closeness() >= one.closeness() ? other : one));
        return closest.values().stream()
                .flatMap(rule -> counters(rule, spender, at).stream())
                .toList();
    }

    private List<Counter> counters(BudgetRule rule, Spender spender, Instant at) {
        Scope scope = rule.scope();
        String tenant = scope.tenant(spender);
        Period.Window window = rule.period().at(at, zone(tenant));
        List<Counter> counters = new ArrayList<>();
        for (String name : scope.of(spender)) {
            String budget = scope.label()
                    + (scope == Scope.ALL ? "" : ":" + name)
                    + (rule.period() == Period.EVER ? "" : ":" + rule.period().label());
            rule.units()
                    .map(unit -> new Counter(
                            budget, window.name(), tenant, unit, Objects.requireNonNull(rule.limit(unit)), window.to()))
                    .forEach(counters::add);
        }
        return counters;
    }

    /**
     * What the counters of now must show at least.
     *
     * @param spent what the ledger has, each with the hour in which it was spent; an hour that lies in two days counts for the second
     */
    public Map<Counter, Long> spent(List<Spent> spent, Instant now) {
        Map<Counter, Long> shown = new HashMap<>();
        for (Spent entry : spent) {
            for (Counter counter : counters(entry.spender(), now)) {
                if (isWithin(counter, entry, now)) {
                    shown.merge(counter, entry.charge().in(counter.unit()), Math::addExact);
                }
            }
        }
        return shown;
    }

    /**
     * Something that was spent.
     *
     * @param hour begin of the hour
     */
    public record Spent(Spender spender, Instant hour, Charge charge) {}

    /** What is told of a run counts for the run alone: it is told once more with what everybody spent. */
    private boolean isWithin(Counter counter, Spent entry, Instant now) {
        return entry.spender().runs().isEmpty()
                ? counter.resetsAt() != null
                        && begin(counter, now).isBefore(entry.hour().plus(1, ChronoUnit.HOURS))
                : counter.resetsAt() == null;
    }

    private Instant begin(Counter counter, Instant now) {
        Period period = Period.named(counter.budget().substring(counter.budget().lastIndexOf(':') + 1));
        return Objects.requireNonNull(period.at(now, zone(counter.tenant())).from());
    }

    private ZoneId zone(String tenant) {
        return zones.getOrDefault(tenant, zone);
    }
}
