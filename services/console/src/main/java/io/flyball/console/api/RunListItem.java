package io.flyball.console.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flyball.console.readmodel.ReceiptView;
import io.flyball.console.readmodel.RunView;
import java.util.List;

/** A run as lists show it. */
record RunListItem(@JsonUnwrapped RunView run, List<ReceiptView> notifications) {}
