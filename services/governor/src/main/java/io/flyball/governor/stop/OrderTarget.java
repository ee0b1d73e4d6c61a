package io.flyball.governor.stop;

import io.flyball.contract.ControlKind;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopValue;

/** What orders stop, and how they are called. */
sealed interface OrderTarget {

    /** The target of the orders, and their key on agent.control. */
    String name();

    /** The key in Redis. */
    String key();

    /** What the names of marks in Redis begin with; no key of a switch does. */
    String marks();

    ControlKind kind(boolean stops);

    /** The order in one word. */
    String word(boolean stops);

    String title(StopOrder order);

    /** What it means for those who read of it. */
    String meaning(boolean stops);

    /** How what was stopped goes on. */
    String wayOn();

    /** Everything: the emergency stop. */
    record Everything() implements OrderTarget {
        @Override
        public String name() {
            return OrderMapper.TARGET;
        }

        @Override
        public String key() {
            return StopValue.KEY;
        }

        @Override
        public String marks() {
            return StopValue.KEY;
        }

        @Override
        public ControlKind kind(boolean stops) {
            return stops ? ControlKind.EMERGENCY_STOP : ControlKind.EMERGENCY_RELEASE;
        }

        @Override
        public String word(boolean stops) {
            return stops ? "stop" : "release";
        }

        @Override
        public String title(StopOrder order) {
            return (order.stops() ? "EMERGENCY STOP by " : "Emergency stop released by ") + order.by();
        }

        @Override
        public String meaning(boolean stops) {
            return stops
                    ? "Nothing acts any more, and running tools are ended. Ordered "
                    : "Runs go on; what was held is governed again. Released ";
        }

        @Override
        public String wayOn() {
            return "flyball resume --reason ...";
        }
    }

    /** One agent, tool or tenant. */
    record Switch(KillSwitch of) implements OrderTarget {
        @Override
        public String name() {
            return of.key();
        }

        @Override
        public String key() {
            return of.key();
        }

        @Override
        public String marks() {
            return "orders:" + of.key();
        }

        @Override
        public ControlKind kind(boolean stops) {
            return stops ? ControlKind.KILL : ControlKind.REVIVE;
        }

        @Override
        public String word(boolean stops) {
            return stops ? "kill" : "revive";
        }

        @Override
        public String title(StopOrder order) {
            return "The %s is %s by %s".formatted(of, order.stops() ? "KILLED" : "revived", order.by());
        }

        @Override
        public String meaning(boolean stops) {
            return stops
                    ? "Nothing of the %s starts any more, and its running tools are ended; all else goes on. Ordered "
                            .formatted(of)
                    : "What was held of the %s is governed again and goes on. Ordered ".formatted(of);
        }

        @Override
        public String wayOn() {
            return "flyball revive %s --reason ...".formatted(of);
        }
    }
}
