package io.flyball.governor.policy;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.CommandPattern;
import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolDefinition;
import io.flyball.catalogue.ToolEffect;
import io.flyball.catalogue.inventory.EntryResources;
import io.flyball.catalogue.inventory.Inventory;
import io.flyball.catalogue.inventory.InventoryEntry;
import io.flyball.schemas.ActionHash;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A small catalogue and proposals against it. */
public final class Fixture {
    public static final String AGENT = "restorer";
    public static final List<CommandPermission> COMMANDS = List.of(
            new CommandPermission(List.of("deployctl", "status", "*"), ToolEffect.READ, "read", true),
            new CommandPermission(List.of("deployctl", "rollback", "*"), ToolEffect.CHANGE, "rollback", true),
            new CommandPermission(List.of("deployctl", "restart", "*"), ToolEffect.CHANGE, "restart", true),
            new CommandPermission(List.of("ps", "**"), ToolEffect.READ, "read", true),
            new CommandPermission(List.of("grep", "**"), ToolEffect.READ, "search", true),
            new CommandPermission(List.of("sh", "**"), ToolEffect.READ, "read", true));

    private Fixture() {}

    /** One tool of that operation, called {@code act}, and run_command; shop is in production. */
    static Catalogue catalogue(String operation, ToolEffect effect, @Nullable String profile) {
        return catalogue(operation, effect, profile, inventory("production"));
    }

    static Catalogue catalogue(String operation, ToolEffect effect, @Nullable String profile, Inventory inventory) {
        return new Catalogue(
                Path.of("catalogue"),
                List.of(agent(profile)),
                List.of(
                        tool("act", operation, effect),
                        tool("run_command", "unlisted-command", ToolEffect.CHANGE),
                        tool("other", "read", ToolEffect.READ)),
                inventory);
    }

    /** Whatever the fixture's proposals touch, in that environment. */
    public static Inventory inventory(String environment) {
        var resources = new EntryResources(
                List.of(new CommandPattern(List.of("deployctl", "**"))),
                null,
                null,
                List.of("service:shop", "service:"));
        return new Inventory(
                List.of(new InventoryEntry("shop", "service", environment, "default", null, null, resources)));
    }

    public static Catalogue catalogue() {
        return catalogue("restart", ToolEffect.CHANGE, null);
    }

    public static AgentDefinition agent(@Nullable String profile) {
        return new AgentDefinition(
                AGENT,
                "restores",
                null,
                null,
                profile,
                List.of("act", "run_command"),
                null,
                null,
                null,
                COMMANDS,
                null,
                null,
                null,
                null);
    }

    public static ToolDefinition tool(String name, String operation, ToolEffect effect) {
        String target = name.equals("run_command") ? "command:{{argv}}" : "service:{{service}}";
        return new ToolDefinition(
                name,
                name,
                Map.of("type", "object"),
                operation,
                effect,
                effect != ToolEffect.DESTRUCTIVE,
                target,
                null,
                0,
                effect == ToolEffect.READ ? null : "look whether it serves",
                null,
                false);
    }

    public static Proposal act(String environment) {
        return proposal("act", "{\"service\":\"shop\"}", environment, false, null);
    }

    static Proposal command(String environment, String... argv) {
        String words = String.join("\",\"", argv);
        return proposal("run_command", "{\"argv\":[\"" + words + "\"]}", environment, false, null);
    }

    public static Proposal proposal(
            String tool, String arguments, String environment, boolean tainted, @Nullable Risk stated) {
        var run =
                new RunContext("r1", "default", "ann", AGENT, environment, "bring shop back", "ServiceDown", 1500, 90);
        return new Proposal(
                "r1:1:0",
                run,
                1,
                tool,
                arguments,
                "service:shop",
                "it is down",
                "start it again",
                stated,
                hash(tool, arguments, environment),
                false,
                tainted,
                List.of());
    }

    private static String hash(String tool, String arguments, String environment) {
        try {
            return ActionHash.of(tool, arguments, "service:shop", environment);
        } catch (tools.jackson.core.JacksonException _) {
            return "0".repeat(64);
        }
    }

    static Selector operations(String... operations) {
        return selector(null, operations);
    }

    static Selector selector(@Nullable String when, String... operations) {
        return new Selector(
                List.of(operations).stream().map(OperationPattern::of).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(when).map(Condition::of));
    }

    public static Rule rule(Sorting sorting, String... operations) {
        return new Rule(sorting, operations(operations), "because");
    }

    /** One profile of a policy, in force where that environment is. */
    public static Policy only(Policy policy, String profile, String environment) {
        Profile one = policy.profile(profile).orElseThrow();
        return new Policy(policy.hash(), List.of(new Profile(environment, one.rules())), policy.riskRules());
    }

    public static Policy policy(Rule... rules) {
        return new Policy("hash", List.of(new Profile("production", List.of(rules))), List.of());
    }

    /** A judge that says the same to every known action. */
    public static Judge judge(Sorting sorting) {
        return new Judge(policy(rule(sorting, "*")), catalogue());
    }
}
