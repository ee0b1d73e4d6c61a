package io.flyball.governor.policy;

import static io.flyball.governor.policy.Fixture.act;
import static io.flyball.governor.policy.Fixture.catalogue;
import static io.flyball.governor.policy.Fixture.command;
import static io.flyball.governor.policy.Fixture.inventory;
import static io.flyball.governor.policy.Fixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.ToolEffect;
import io.flyball.catalogue.inventory.Inventory;
import io.flyball.catalogue.inventory.InventoryEntry;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Where an action takes place is the inventory's word")
class PlaceTest {
    private static final Policy POLICY = new Policy(
            "hash",
            List.of(
                    new Profile("production", List.of(rule(Sorting.REQUIRE_APPROVAL, "*"))),
                    new Profile("development", List.of(rule(Sorting.AUTO_APPROVE, "*"))),
                    new Profile("incident", List.of(rule(Sorting.AUTO_APPROVE, "*")))),
            List.of(new RiskRule(Risk.HIGH, Fixture.selector("environment == 'production'", "*"))));

    @ParameterizedTest
    @ValueSource(strings = {"development", "incident", "staging", "moon", ""})
    @DisplayName(
            "INV-4 a run that says another environment gets the entry's, for profile, rules and risk, and people are told")
    void theEntrysEnvironmentHolds(String claimed) {
        Judgement judgement = judge(inventory("production"), command(claimed, "deployctl", "rollback", "shop"));

        assertThat(judgement.sorting()).isEqualTo(Sorting.REQUIRE_APPROVAL);
        assertThat(judgement.profile()).isEqualTo("production");
        assertThat(judgement.nature().risk()).isEqualTo(Risk.HIGH);
        assertThat(judgement.nature().environment()).isEqualTo("production");
        assertThat(judgement.flags()).anyMatch(flag -> flag.contains("the inventory says production"));
    }

    @Test
    @DisplayName("INV-4 what is in development has development's rights, though the run began elsewhere")
    void developmentIsDevelopment() {
        Judgement judgement = judge(inventory("development"), act("production"));
        assertThat(judgement.sorting()).isEqualTo(Sorting.AUTO_APPROVE);
        assertThat(judgement.profile()).isEqualTo("development");
    }

    @Test
    @DisplayName("INV-5 GOV-3 what others depend on is pointed out, and a rule can say how far a change may reach")
    void reachesFurther() {
        Inventory shop = inventory("development");
        var both = new Inventory(List.of(
                shop.entries().getFirst(),
                new InventoryEntry(
                        "web", "service", "production", "default", null, null, null, null, List.of("shop"))));
        var rules = List.of(new RiskRule(Risk.CRITICAL, Fixture.selector("blastRadius > 1", "*")));
        var policy = new Policy("hash", POLICY.profiles(), rules);

        Judgement alone =
                new Judge(policy, catalogue("restart", ToolEffect.CHANGE, null, shop)).judge(act("development"));
        Judgement needed =
                new Judge(policy, catalogue("restart", ToolEffect.CHANGE, null, both)).judge(act("development"));
        assertThat(alone.nature().risk()).isEqualTo(Risk.MEDIUM);
        assertThat(alone.flags()).isEmpty();
        assertThat(needed.nature().risk()).isEqualTo(Risk.CRITICAL);
        assertThat(needed.flags()).contains("reaches 2 entries of the inventory: shop; needed by web");
        assertThat(needed.nature().reach()).isEqualTo("shop; needed by web");
    }

    @Test
    @DisplayName("INV-3 what no entry covers is never changed")
    void neverChanged() {
        Judgement judgement = judge(inventory("development"), unknown());
        assertThat(judgement.sorting()).isEqualTo(Sorting.FORBID);
        assertThat(judgement.rule()).isEqualTo("not-in-inventory");
    }

    @Test
    @DisplayName("INV-3, INV-6 what no entry covers may be looked at, as in production")
    void lookedAt() {
        var catalogue = catalogue("read", ToolEffect.READ, null, inventory("development"));
        Judgement judgement = new Judge(Fixture.only(POLICY, "development", "production"), catalogue).judge(unknown());
        assertThat(judgement.sorting()).isEqualTo(Sorting.AUTO_APPROVE);
        assertThat(judgement.profile()).isEqualTo("production");
    }

    @Test
    @DisplayName("GOV-12 without an inventory people are asked for every change")
    void withoutAnInventory() {
        var catalogue = catalogue("restart", ToolEffect.CHANGE, null, Inventory.NONE);
        Judgement judgement =
                new Judge(Fixture.only(POLICY, "development", "production"), catalogue).judge(act("development"));
        assertThat(judgement.sorting()).isEqualTo(Sorting.REQUIRE_APPROVAL);
        assertThat(judgement.rule()).isEqualTo("no-inventory");
    }

    @Test
    @DisplayName("INV-4 what belongs to another tenant is neither changed nor looked at")
    void foreignTenant() {
        InventoryEntry shop = inventory("development").entries().getFirst();
        var foreign = new Inventory(List.of(new InventoryEntry(
                shop.name(), shop.kind(), shop.environment(), "acme", null, null, shop.resources())));
        for (ToolEffect effect : List.of(ToolEffect.READ, ToolEffect.CHANGE)) {
            Judgement judgement =
                    new Judge(POLICY, catalogue("restart", effect, null, foreign)).judge(act("development"));
            assertThat(judgement.rule()).isEqualTo("foreign-tenant");
            assertThat(judgement.sorting()).isEqualTo(Sorting.FORBID);
        }
    }

    private static Proposal unknown() {
        return Fixture.proposal("act", "{\"service\":\"till\"}", "development", false, null);
    }

    private static Judgement judge(Inventory inventory, Proposal proposal) {
        return new Judge(POLICY, catalogue("restart", ToolEffect.CHANGE, null, inventory)).judge(proposal);
    }
}
