package io.flyball.platform.halt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a worker has heard and not answered.
 *
 * @param read whether the topic has been read to its end
 * @param newest the newest order of each target
 * @param open those that want an answer, in the order in which they came
 */
record HaltState(boolean read, Map<String, HaltOrder> newest, List<OpenOrder> open) {
    static final HaltState INITIAL = new HaltState(false, Map.of(), List.of());

    HaltState {
        newest = Map.copyOf(newest);
        open = List.copyOf(open);
    }

    boolean knows(HaltOrder order) {
        HaltOrder known = newest.get(order.target());
        return known != null && known.epoch() >= order.epoch();
    }

    boolean isNewest(HaltOrder order) {
        return order.equals(newest.get(order.target()));
    }

    HaltState heard(HaltOrder order) {
        Map<String, HaltOrder> all = new TreeMap<>(newest);
        all.put(order.target(), order);
        return new HaltState(read, all, open);
    }

    HaltState opened(OpenOrder one) {
        List<OpenOrder> all = new ArrayList<>(open);
        all.add(one);
        return new HaltState(read, newest, all);
    }

    HaltState with(List<OpenOrder> stillOpen) {
        return new HaltState(read, newest, stillOpen);
    }
}
