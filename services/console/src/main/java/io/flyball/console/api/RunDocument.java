package io.flyball.console.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flyball.console.readmodel.EventView;
import io.flyball.console.readmodel.ReceiptView;
import io.flyball.console.readmodel.RunView;
import java.util.List;

/** A run with its whole history. */
record RunDocument(@JsonUnwrapped RunView run, List<ReceiptView> notifications, List<EventView> events) {}
