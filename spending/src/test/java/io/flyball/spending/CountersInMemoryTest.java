package io.flyball.spending;

import java.time.Clock;

class CountersInMemoryTest extends CountersContract {
    @Override
    Counters lost() {
        return new CountersInMemory(Clock.systemUTC());
    }
}
