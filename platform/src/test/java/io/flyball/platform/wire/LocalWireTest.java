package io.flyball.platform.wire;

class LocalWireTest extends WireContract {
    private final LocalWire wire = new LocalWire();

    @Override
    Wire wire() {
        return wire;
    }
}
