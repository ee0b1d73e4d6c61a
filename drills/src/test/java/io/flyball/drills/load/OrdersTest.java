package io.flyball.drills.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.drills.load.Orders.Order;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OrdersTest {
    @Test
    @DisplayName("RUN-20 the same seed asks the same; every run has an effect of its own")
    void repeatable() {
        List<Order> orders = Orders.of("kill-services", 3, 100);

        assertThat(orders).isEqualTo(Orders.of("kill-services", 3, 100)).hasSize(100);
        assertThat(orders).extracting(Order::key).doesNotHaveDuplicates();
        assertThat(orders).extracting(Order::byAlert).contains(true, false);
    }

    @Test
    @DisplayName("APR-1 some effects wait for an approval, and their keys say so to the policy")
    void heldOnes() {
        assertThat(Orders.of("kill-services", 3, 100))
                .anyMatch(Order::held)
                .allMatch(order -> order.held() == order.key().startsWith("held-"));
    }
}
